/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WellFormedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "orderReference=A-1",
                "/payments/pay/abc_-%C3%A9",
                "q=100%25&from=2026-01-01",
                "%e0%b8%81",
                "a=%0A",
                "%7F%20%41"
            })
    void isWhatIsSentRightly(String address) {
        assertThat(WellFormed.isAddress(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "a%",
                "a=%4",
                "%zz",
                "a=%4g",
                "%g4",
                "%00",
                "orderReference=A%00",
                "%2500%00",
                "a\0b",
                "%%41"
            })
    void isNothingElse(String address) {
        assertThat(WellFormed.isAddress(address)).isFalse();
    }

    @Test
    void isAFormWithoutTheCharacterZero() {
        assertThat(WellFormed.areFields(Map.of("name", new String[] {"a\nb", "\u0e01"})))
                .isTrue();
        assertThat(WellFormed.areFields(Map.of("name", new String[] {"a", "b\0"})))
                .isFalse();
        assertThat(WellFormed.areFields(Map.of("na\0me", new String[] {"a"}))).isFalse();
    }
}
