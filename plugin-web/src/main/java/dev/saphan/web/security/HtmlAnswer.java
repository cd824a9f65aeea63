/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a servlet of the sign-in answers. */
final class HtmlAnswer {

    private HtmlAnswer() {}

    static void write(HttpServletResponse response, int status, String page) throws IOException {
        response.setStatus(status);
        write(response, "text/html; charset=UTF-8", page);
    }

    /**
     * Also where somebody began an answer by its stream and gave up. Not flushed: a server may ask for its error page twice,
     * and puts the second in place of the first as long as that has not left.
     */
    static void write(HttpServletResponse response, String type, String text) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        try {
            response.getWriter().write(text);
        } catch (IllegalStateException e) {
            response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** After a form: loading the next page again does nothing twice. */
    static void seeOther(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }
}
