/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes a page as the answer of a servlet. */
final class HtmlAnswer {

    private HtmlAnswer() {}

    static void write(HttpServletResponse response, int status, String page) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(page);
    }
}
