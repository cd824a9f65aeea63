/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.testing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings the id of its session with each request, as a browser does, to a container that keeps sessions. */
public final class Browser {

    private final Map<String, HttpSession> sessions = new HashMap<>();
    private int made;
    private String cookie = "";

    /** The id that it has; empty if it has none. */
    public String cookie() {
        return cookie;
    }

    /** As somebody would do who has planted it, or has seen it. */
    public void cookie(String id) {
        cookie = id;
    }

    public HttpServletRequest request(String path) {
        Map<String, Object> attributes = new HashMap<>();
        return proxy(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "getRequestURI" -> "/payments" + path;
            case "getAttribute" -> attributes.get(arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "getSession" -> session((boolean) arguments[0]);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private @Nullable HttpSession session(boolean create) {
        HttpSession known = sessions.get(cookie);
        if (known == null && create) {
            cookie = "session-" + ++made;
            known = session(cookie);
            sessions.put(cookie, known);
        }
        return known;
    }

    private HttpSession session(String id) {
        Map<String, Object> attributes = new HashMap<>();
        return proxy(HttpSession.class, (method, arguments) -> switch (method) {
            case "getAttribute" -> attributes.get(arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "invalidate" -> sessions.remove(id);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object answer = call.answer(method.getName(), arguments);
                    return method.getReturnType() == void.class ? null : answer;
                }));
    }

    private interface Call {
        @Nullable
        Object answer(String method, Object[] arguments);
    }
}
