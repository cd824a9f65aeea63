/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.support;

/** Lines of a text file. */
final class Facts {

    private final StringBuilder text = new StringBuilder();

    Facts fact(String name, Object value) {
        return line(name + ": " + value);
    }

    Facts line(String line) {
        text.append(line).append('\n');
        return this;
    }

    Facts title(String title) {
        if (text.length() > 0) {
            line("");
        }
        return line("== " + title);
    }

    String text() {
        return text.toString();
    }
}
