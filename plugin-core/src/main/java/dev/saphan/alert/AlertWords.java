/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.alert;

import dev.saphan.json.Wire;
import dev.saphan.language.Languages;
import dev.saphan.language.Texts;
import java.util.List;
import java.util.Locale;

/** A note in words: in English and in Thai, as nobody knows who reads it. */
final class AlertWords {

    private static final Texts TEXTS = new Texts("dev.saphan.alert.alerts", AlertWords.class.getClassLoader());
    private static final List<Locale> LANGUAGES = List.of(Languages.ENGLISH, Languages.THAI);

    private AlertWords() {}

    static String subject(AlertNote note) {
        return "[Saphan] " + title(note, Languages.ENGLISH)
                + note.store().map(store -> " · " + store).orElse("");
    }

    static String mail(AlertNote note) {
        StringBuilder text = new StringBuilder();
        for (Locale language : LANGUAGES) {
            text.append(title(note, language)).append("\n\n");
            text.append(TEXTS.get(language, "what." + note.what() + ".text")).append("\n");
            note.store()
                    .ifPresent(store ->
                            text.append(TEXTS.get(language, "store", store)).append("\n"));
            text.append(TEXTS.get(language, "raised", note.raisedAt().toString()))
                    .append("\n");
            text.append(TEXTS.get(language, "look")).append(" ").append(note.address());
            text.append("\n\n");
        }
        return text.append(TEXTS.get(Languages.ENGLISH, "once")).append("\n").toString();
    }

    /** As a message by Standard Webhooks. */
    static String message(AlertNote note) {
        return "{\"type\":\"alert.raised\",\"createdAt\":"
                + Wire.write(note.raisedAt().toString())
                + ",\"data\":{\"id\":" + Wire.write(note.id())
                + ",\"kind\":" + Wire.write(note.kind())
                + ",\"what\":" + Wire.write(note.what())
                + ",\"store\":" + note.store().map(Wire::write).orElse("null")
                + ",\"title\":{\"en\":" + Wire.write(title(note, Languages.ENGLISH))
                + ",\"th\":" + Wire.write(title(note, Languages.THAI))
                + "},\"url\":" + Wire.write(note.address()) + "}}";
    }

    private static String title(AlertNote note, Locale language) {
        return TEXTS.get(language, "what." + note.what());
    }
}
