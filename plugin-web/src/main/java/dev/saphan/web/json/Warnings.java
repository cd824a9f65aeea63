/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.json;

import dev.saphan.language.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was taken otherwise than it came, though the request was done. */
public final class Warnings {

    private static final Texts TEXTS = new Texts("dev.saphan.web.json.warnings", Warnings.class.getClassLoader());

    private final List<Noted> noted = new ArrayList<>();

    /** What became of a field. */
    public enum Kind {
        /** Its beginning was taken. */
        CUT("cut"),
        /** It was not taken. */
        LEFT_OUT("left_out"),
        /** A part of a piece became one piece at the price of the part. */
        PART("part");

        private final String key;

        Kind(String key) {
            this.key = key;
        }
    }

    /** As the answer shows it. */
    public record Warning(String field, String message) {}

    private record Noted(String field, Kind kind) {}

    void add(String field, Kind kind) {
        noted.add(new Noted(field, kind));
    }

    public List<Warning> in(Locale language) {
        return noted.stream()
                .map(one -> new Warning(one.field(), TEXTS.get(language, one.kind().key, one.field())))
                .toList();
    }
}
