/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.web.page.OwnForms;
import dev.saphan.web.testing.SomeDeployment;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A link changes nothing: a filled-in form is taken by POST alone. */
class FormsByPostOnlyTest {

    private final List<Object> refused = new ArrayList<>();
    private final List<Object> passed = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "GET, jakarta.faces.ViewState",
        "HEAD, jakarta.faces.ViewState",
        "PUT, jakarta.faces.ViewState",
        "GET, jakarta.faces.partial.ajax",
        "GET, jakarta.faces.ClientWindow"
    })
    void refusesAFormByAnotherMethod(String method, String parameter) throws Exception {
        come(method, Map.of(parameter, "1:2"));

        assertThat(refused).containsExactly(405);
        assertThat(passed).isEmpty();
    }

    @Test
    void takesAFormByPostAndAPageByGet() throws Exception {
        come("POST", Map.of("jakarta.faces.ViewState", "1:2"));
        come("GET", Map.of("store", "shop"));

        assertThat(refused).isEmpty();
        assertThat(passed).hasSize(2);
    }

    @Test
    void refusesAFormOfAnotherSite() throws Exception {
        come("POST", Map.of("jakarta.faces.ViewState", "1:2"), Map.of("Origin", "https://evil.example"));
        come("POST", Map.of("jakarta.faces.ViewState", "1:2"), Map.of("Sec-Fetch-Site", "cross-site"));
        come("POST", Map.of(), Map.of("Origin", "null"));

        assertThat(refused).containsExactly(403, 403, 403);
        assertThat(passed).isEmpty();
    }

    private void come(String method, Map<String, String> parameters) throws Exception {
        come(method, parameters, Map.of("Origin", "https://pay.example", "Sec-Fetch-Site", "same-origin"));
    }

    @SuppressWarnings("UnnecessaryAssignment") // the container's part
    private void come(String method, Map<String, String> parameters, Map<String, String> headers) throws Exception {
        HttpServletRequest request = fake(HttpServletRequest.class, (name, argument) -> switch (name) {
            case "getMethod" -> method;
            case "getParameter" -> parameters.get(argument);
            case "getHeader" -> headers.get(argument);
            case "getContentType" -> headers.get("Content-Type");
            default -> throw new UnsupportedOperationException(name);
        });
        HttpServletResponse response = fake(HttpServletResponse.class, (name, argument) -> {
            if (name.equals("sendError")) {
                refused.add(argument);
            }
            return null;
        });
        FormsByPostOnly filter = new FormsByPostOnly();
        filter.ownForms = new OwnForms(SomeDeployment.usual());
        filter.doFilter(request, response, (one, other) -> passed.add(one));
    }

    private interface Answers {
        @Nullable
        Object to(String name, Object argument);
    }

    private static <T> T fake(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.to(method.getName(), arguments == null ? "" : arguments[0])));
    }
}
