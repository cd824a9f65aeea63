/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin;

import dev.saphan.settings.Deployment;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** What every answer of the back office carries, and the language that a link chose. PrimeFaces adds the policy for scripts. */
@WebFilter(
        urlPatterns = "/admin/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC},
        asyncSupported = true)
public class AdminHeaders extends HttpFilter {

    private static final Duration REMEMBERED = Duration.ofDays(365);

    @Inject
    transient Deployment deployment;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        Reader.chosen(request).ifPresent(language -> response.addCookie(cookie(request, language)));
        chain.doFilter(request, response);
    }

    private Cookie cookie(HttpServletRequest request, String language) {
        Cookie cookie = new Cookie(Reader.COOKIE, language);
        cookie.setPath(request.getContextPath() + "/admin");
        cookie.setMaxAge((int) REMEMBERED.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure("https".equals(deployment.publicUrl().getScheme()));
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
