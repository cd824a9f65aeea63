/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A form's parameters as containers read them. */
class FormParametersTest {

    @Test
    void readsAddressAndFormInThatOrder() {
        Map<String, String[]> read = read("lang=th&a=1", "a=2&name=%E0%B8%AA+x&empty=&flag");

        assertThat(read.get("a")).containsExactly("1", "2");
        assertThat(read.get("name")).containsExactly("ส x");
        assertThat(read.get("empty")).containsExactly("");
        assertThat(read.get("flag")).containsExactly("");
        assertThat(read.get("lang")).containsExactly("th");
    }

    @Test
    void leavesOutWhatCannotBeDecodedAndWhatIsTooMany() {
        assertThat(read(null, "a=%zz&%=1&b=2").keySet()).containsExactly("b");
        assertThat(read(null, "x=1&".repeat(100_000)).get("x")).hasSize(2_000);
    }

    @Test
    void knowsAFormByItsType() {
        assertThat(FormParameters.isForm("application/x-www-form-urlencoded; charset=UTF-8"))
                .isTrue();
        assertThat(FormParameters.isForm("APPLICATION/X-WWW-FORM-URLENCODED")).isTrue();
        assertThat(FormParameters.isForm("application/json")).isFalse();
        assertThat(FormParameters.isForm(null)).isFalse();
    }

    private static Map<String, String[]> read(@Nullable String query, String form) {
        return FormParameters.of(query, form, StandardCharsets.UTF_8);
    }
}
