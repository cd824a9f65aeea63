/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody is led away from the public address by what a request says of itself. */
class PublicRedirectsTest {

    private final List<String> sent = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "/payments/admin/overview.xhtml, https://pay.example:8443/payments/admin/overview.xhtml",
        "overview.xhtml?a=b, https://pay.example:8443/payments/admin/overview.xhtml?a=b",
        "?lang=th, https://pay.example:8443/payments/admin/index.xhtml?lang=th",
        "https://shop.example/orders/7, https://shop.example/orders/7",
        "//cdn.example/x, //cdn.example/x",
    })
    void areMadeOfThePublicAddress(String location, String expected) throws IOException {
        new PublicRedirects(request(), response(), URI.create("https://pay.example:8443/payments"))
                .sendRedirect(location);

        assertThat(sent).containsExactly(expected);
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                PublicRedirectsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRequestURI" -> "/payments/admin/index.xhtml";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                PublicRedirectsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "sendRedirect" -> {
                        sent.add((String) arguments[0]);
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
