/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** What was typed into a form. */
final class FormText {

    private FormText() {}

    /** Empty if it was not sent, or is longer than anything that could be right. */
    static String of(HttpServletRequest request, String name, int longest) {
        String value = Objects.requireNonNullElse(request.getParameter(name), "");
        return value.length() > longest ? "" : value;
    }
}
