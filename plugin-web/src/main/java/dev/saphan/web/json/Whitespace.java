/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.json;

import java.util.regex.Pattern;

/** Text on one line. */
final class Whitespace {

    /** Line ends, tabs, every kind of space, and what cannot be seen or kept at all. */
    private static final Pattern RUN = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\ufeff]++");

    private Whitespace() {}

    /** Each run of white space and control characters as one space, none at the ends. */
    static String folded(String text) {
        return RUN.matcher(text).replaceAll(" ").strip();
    }

    /** Its beginning, at most so many UTF-16 units, no character halved and no space at the end. */
    static String cut(String text, int longest) {
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end).stripTrailing();
    }
}
