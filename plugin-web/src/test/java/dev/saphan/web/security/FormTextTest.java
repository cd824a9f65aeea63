/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed into a form stands in its body, once. */
class FormTextTest {

    @Test
    void isWhatTheFormSaysOnce() {
        assertThat(FormText.of(request(null, "secret"), "password", 10)).isEqualTo("secret");
        assertThat(FormText.of(request("lang=th&next=%zz", "secret"), "password", 10))
                .isEqualTo("secret");
    }

    @Test
    void isNothingIfItIsMissingTooLongOrToldTwice() {
        assertThat(FormText.of(request(null), "password", 10)).isEmpty();
        assertThat(FormText.of(request(null, "a".repeat(11)), "password", 10)).isEmpty();
        assertThat(FormText.of(request(null, "one", "two"), "password", 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"password=secret", "lang=th&password=secret", "p%61ssword=secret", "password", "a=b;password=x"})
    void isNothingIfItStandsInTheAddress(String query) {
        assertThat(FormText.of(request(query, "secret"), "password", 10)).isEmpty();
    }

    private static HttpServletRequest request(@Nullable String query, String... values) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                FormTextTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getQueryString" -> query;
                    case "getParameterValues" -> List.of(values).isEmpty() ? null : values;
                    case "getParameter" -> List.of(values).isEmpty() ? null : values[0];
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
