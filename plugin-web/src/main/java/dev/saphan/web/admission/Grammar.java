/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import java.util.regex.Pattern;

/** Pieces of headers as RFC 9110 writes them, as regular expressions that take linear time. */
final class Grammar {

    static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";

    private static final String QUOTED =
            "\"(?:[\\t\\x20\\x21\\x23-\\x5b\\x5d-\\x7e\\x80-\\xff]|\\\\[\\t\\x20-\\x7e\\x80-\\xff])*+\"";

    /** With the semicolon before it. */
    static final String PARAMETER = "[ \\t]*+;[ \\t]*+(?:" + TOKEN + "=(?:" + TOKEN + "|" + QUOTED + "))";

    /** With the semicolon before it. */
    static final String WEIGHT = "[ \\t]*+;[ \\t]*+[qQ]=(?:0(?:\\.\\d{0,3}+)?+|1(?:\\.0{0,3}+)?+)";

    /** Absent tags between commas are none; an empty header names no state and cannot be meant. */
    static final Pattern ENTITY_TAGS =
            Pattern.compile("\\*|(?=.)" + list("(?:W/)?+\"[\\x21\\x23-\\x7e\\x80-\\xff]*+\""));

    private Grammar() {}

    /** Elements between commas, of which some may be missing. */
    static String list(String element) {
        return "(?:" + element + ")?+(?:[ \\t]*+,[ \\t]*+(?:" + element + ")?+)*+";
    }
}
