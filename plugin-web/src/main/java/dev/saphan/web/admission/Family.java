/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;

/** Requests that share a fate: how large their bodies may be, and how many of them work at once. */
public enum Family {
    API(256 * 1024),
    PAGES(64 * 1024),
    SIGN_IN(64 * 1024),
    COUNTER(64 * 1024),
    BACK_OFFICE(1024 * 1024),
    WEBHOOKS(512 * 1024),
    /** Pictures, style sheets, error pages: they take no body and wait for nothing. */
    OTHER(0);

    private final int longestBody;

    Family(int longestBody) {
        this.longestBody = longestBody;
    }

    /** In bytes. */
    int longestBody() {
        return longestBody;
    }

    /** Whether its answers are read by programs. */
    public boolean isForPrograms() {
        return this == API || this == WEBHOOKS;
    }

    /**
     * Headers for whatever a browser may be led to. Pages say more of themselves, and those of the back office have a policy
     * of their own for scripts.
     */
    void protect(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (isForPrograms()) {
            response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            response.setHeader("Referrer-Policy", "no-referrer");
        }
    }

    /** As in the names of settings. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param path under the context, decoded and normalised */
    public static Family of(String path) {
        return switch (first(path)) {
            case "api" -> API;
            case "webhooks" -> WEBHOOKS;
            case "pay", "return" -> PAGES;
            case "login", "password", "logout" -> SIGN_IN;
            case "counter" -> COUNTER;
            case "assets", "reach", "error" -> OTHER;
            default -> BACK_OFFICE;
        };
    }

    private static String first(String path) {
        int start = path.startsWith("/") ? 1 : 0;
        int end = path.indexOf('/', start);
        return end < 0 ? path.substring(start) : path.substring(start, end);
    }
}
