/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Assets are kept by browsers: for good under an address that names their content, for a while otherwise. */
@WebFilter(urlPatterns = "/assets/*", asyncSupported = true)
public class AssetHeaders extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean namesItsContent = String.valueOf(request.getQueryString()).startsWith("v=");
        response.setHeader(
                "Cache-Control", namesItsContent ? "public, max-age=31536000, immutable" : "public, max-age=300");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(ContentPolicy.HEADER, "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        chain.doFilter(request, response);
    }
}
