/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be read, and kept. An escape without its two digits is read by each part of a server in another way, or by none;
 * the character zero is one that PostgreSQL does not take in a text.
 */
final class WellFormed {

    private static final char ZERO = '\0';

    private WellFormed() {}

    /** Path and query, as they were sent. */
    static boolean isAddressOf(HttpServletRequest request) {
        return isAddress(request.getRequestURI()) && isAddress(request.getQueryString());
    }

    static boolean areFields(Map<String, String[]> form) {
        return form.entrySet().stream()
                .allMatch(field -> isText(field.getKey())
                        && Arrays.stream(field.getValue()).allMatch(WellFormed::isText));
    }

    static boolean isAddress(@Nullable String sent) {
        if (sent == null) {
            return true;
        }
        for (int at = sent.indexOf('%'); at >= 0; at = sent.indexOf('%', at + 1)) {
            int high = at + 2 < sent.length() ? Character.digit(sent.charAt(at + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(sent.charAt(at + 2), 16);
            if (low < 0 || high + low == 0) {
                return false;
            }
        }
        return isText(sent);
    }

    private static boolean isText(String text) {
        return text.indexOf(ZERO) < 0;
    }
}
