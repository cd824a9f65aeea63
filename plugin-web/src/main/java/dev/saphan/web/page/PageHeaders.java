/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** Headers of every page: it is not kept, not indexed, not framed, and its address is not told to anybody. */
@WebFilter(
        urlPatterns = {"/pay/*", "/return/*", "/counter/*", "/login/*", "/password", "/logout", "/error"},
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC},
        asyncSupported = true)
public class PageHeaders extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** Their address opens the payment: it is told to nobody, not even to our own server's log by way of a picture. */
    private static final Set<String> TOKEN_PAGES = Set.of("/pay", "/return");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        set(response);
        if (TOKEN_PAGES.contains(request.getServletPath())) {
            response.setHeader("Referrer-Policy", "no-referrer");
        }
        if (request.getRequestURI().endsWith("/events")) {
            // a proxy that collects answers before it hands them on would hold the stream back
            response.setHeader("X-Accel-Buffering", "no");
        }
        chain.doFilter(request, response);
    }

    /** Forms need their origin told, so pages of ours may see where they were asked for from, and nobody else. */
    public static void set(HttpServletResponse response) {
        response.setHeader(ContentPolicy.HEADER, ContentPolicy.strict());
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store, private");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(self), microphone=(), geolocation=(), payment=()");
    }
}
