/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** What a servlet of the sign-in answers. */
final class HtmlAnswer {

    private HtmlAnswer() {}

    static void write(HttpServletResponse response, int status, String page) throws IOException {
        response.setStatus(status);
        write(response, "text/html; charset=UTF-8", page);
    }

    /** Also where somebody began an answer by its stream and gave up. Who has gone away meanwhile is no failure. */
    static void write(HttpServletResponse response, String type, String text) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        PrintWriter writer = writer(response);
        writer.write(text);
        writer.flush();
    }

    private static PrintWriter writer(HttpServletResponse response) throws IOException {
        try {
            return response.getWriter();
        } catch (IllegalStateException e) {
            return new PrintWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        }
    }

    /** After a form: loading the next page again does nothing twice. */
    static void seeOther(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }
}
