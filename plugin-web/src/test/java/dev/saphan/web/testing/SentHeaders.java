/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.testing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a client says of its request, as resources and servlets see it. */
public final class SentHeaders {

    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private SentHeaders() {}

    public static SentHeaders none() {
        return new SentHeaders();
    }

    public static SentHeaders of(String name, String... values) {
        return none().and(name, values);
    }

    public SentHeaders and(String name, String... values) {
        headers.put(name, List.of(values));
        return this;
    }

    public HttpHeaders toResource() {
        return fake(HttpHeaders.class, (method, name) -> switch (method) {
            case "getRequestHeader" -> headers.get(name);
            case "getHeaderString" -> joined(name);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    /** At that path and query, as they were sent. */
    public HttpServletRequest toServlet(String path, @Nullable String query) {
        return fake(HttpServletRequest.class, (method, name) -> switch (method) {
            case "getHeader" -> first(name);
            case "getHeaders" -> Collections.enumeration(headers.getOrDefault(name, List.of()));
            case "getHeaderNames" ->
                Collections.enumeration(headers.keySet().stream()
                        .map(header -> header.toLowerCase(Locale.ROOT))
                        .toList());
            case "getContentType" -> first("Content-Type");
            case "getContentLengthLong" ->
                Long.parseLong(
                        headers.getOrDefault("Content-Length", List.of("-1")).get(0));
            case "getDateHeader" -> 1L;
            case "getProtocol" -> "HTTP/1.1";
            case "getRequestURI" -> path;
            case "getQueryString" -> query;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private @Nullable String first(String name) {
        return headers.containsKey(name) ? headers.get(name).get(0) : null;
    }

    private @Nullable String joined(String name) {
        return headers.containsKey(name) ? String.join(",", headers.get(name)) : null;
    }

    private interface Call {
        @Nullable
        Object answer(String method, String argument);
    }

    private static <T> T fake(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) ->
                        call.answer(method.getName(), arguments == null ? "" : (String) arguments[0])));
    }
}
