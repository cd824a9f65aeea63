/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Redirects to where the plugin is reached from outside. A server completes an address by what the request says: behind a
 * proxy that ends TLS it would leave https, and go to whatever host a stranger named.
 */
final class PublicRedirects extends HttpServletResponseWrapper {

    private static final Pattern ABSOLUTE = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:|//).*");

    private final String origin;
    private final String path;

    /** @param publicUrl of the plugin, whose path is the one of this module */
    PublicRedirects(HttpServletRequest request, HttpServletResponse response, URI publicUrl) {
        super(response);
        this.origin = publicUrl.getScheme() + "://" + publicUrl.getRawAuthority();
        this.path = request.getRequestURI();
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        super.sendRedirect(complete(location));
    }

    private String complete(String location) {
        if (ABSOLUTE.matcher(location).matches()) {
            return location;
        }
        if (location.startsWith("/")) {
            return origin + location;
        }
        return origin + (location.startsWith("?") ? path : path.substring(0, path.lastIndexOf('/') + 1)) + location;
    }
}
