/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a program is told when the server itself refuses, or something outside of resources fails. */
class ErrorPageTest {

    private final StringWriter body = new StringWriter();
    private final PrintWriter writer = new PrintWriter(body) {
        @Override
        public void flush() {
            throw new AssertionError("The server may ask for another page and put it in place of this");
        }
    };
    private final Map<String, Object> set = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        "/payments/api/v1/payments, 400, 400, malformed_request",
        "/payments/api, 404, 404, not_found",
        "/payments/webhooks/omise/shop, 405, 405, method_not_allowed",
        "/payments/api/v1/payments, 500, 500, internal_error",
        "/payments/webhooks, 503, 503, service_unavailable",
        "/payments/api/v1, 417, 400, malformed_request"
    })
    void isADocumentForPrograms(String path, int refused, int status, String code) throws IOException {
        show(path, refused, null);

        assertThat(set).containsEntry("setStatus", status);
        assertThat(set).containsEntry("setContentType", "application/problem+json");
        assertThat(body.toString()).contains("\"code\":\"" + code + "\"", "\"status\":" + status);
    }

    @Test
    void tellsWhatWasThrownIfItIsARefusalOfOurs() throws IOException {
        show("/payments/api/v1", 500, new ServletException(Problem.of(ErrorCode.BODY_TOO_LARGE)));

        assertThat(set).containsEntry("setStatus", 413);
        assertThat(body.toString()).contains("body_too_large");
    }

    private void show(String path, int status, @Nullable Throwable thrown) throws IOException {
        HttpServletRequest request = fake(HttpServletRequest.class, (method, argument) -> switch (method) {
            case "getContextPath" -> "/payments";
            case "getHeader" -> null;
            case "getAttribute" -> attribute(argument, path, status, thrown);
            default -> throw new UnsupportedOperationException(method);
        });
        HttpServletResponse response = fake(HttpServletResponse.class, (method, argument) -> {
            set.put(method, argument);
            return method.equals("getWriter") ? writer : null;
        });
        new ErrorPage().service(request, response);
    }

    private static @Nullable Object attribute(Object name, String path, int status, @Nullable Throwable thrown) {
        if (name.equals(RequestDispatcher.ERROR_REQUEST_URI)) {
            return path;
        }
        return name.equals(RequestDispatcher.ERROR_STATUS_CODE) ? status : thrown;
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
