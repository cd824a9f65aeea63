/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.log;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Text that somebody outside may have written, made fit for one line of a log: what ends a line, moves a terminal's
 * cursor, turns the direction of writing or is half a character is written as its number, and the rest is cut.
 */
public final class OutsideText {

    private OutsideText() {}

    /** At most that many characters and a mark that tells how long it was; {@code null} is written as such. */
    public static String line(@Nullable String text, int longest) {
        String whole = String.valueOf(text);
        StringBuilder line = new StringBuilder(Math.min(whole.length(), longest) + 16);
        int at = 0;
        while (at < whole.length() && line.length() < longest) {
            int character = whole.codePointAt(at);
            if (isHarmless(character)) {
                line.appendCodePoint(character);
            } else {
                line.append(String.format(Locale.ROOT, "\\u%04x", character));
            }
            at += Character.charCount(character);
        }
        if (at < whole.length()) {
            line.append("... (").append(whole.length()).append(" characters)");
        }
        return line.toString();
    }

    private static boolean isHarmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
