/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** What was typed into a form. */
final class FormText {

    private FormText() {}

    /**
     * Empty if it was not sent or sent twice, is longer than anything that could be right, or stands in the address, where
     * a form puts nothing and a log would keep it.
     */
    static String of(HttpServletRequest request, String name, int longest) {
        String[] values = Objects.requireNonNullElse(request.getParameterValues(name), new String[0]);
        boolean isTyped = values.length == 1 && values[0].length() <= longest && !isInAddress(request, name);
        return isTyped ? values[0] : "";
    }

    private static boolean isInAddress(HttpServletRequest request, String name) {
        return Stream.of(
                        Objects.requireNonNullElse(request.getQueryString(), "").split("[&;]"))
                .anyMatch(pair -> name.equals(decoded(pair.split("=", 2)[0])));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
