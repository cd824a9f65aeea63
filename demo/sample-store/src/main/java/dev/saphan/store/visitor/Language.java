/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.visitor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language the shop speaks. */
public enum Language {
    ENGLISH("en", "EN", "English"),
    THAI("th", "ไทย", "ภาษาไทย"),
    CHINESE("zh-Hans", "中文", "简体中文");

    private final String tag;
    private final String label;
    private final String ownName;

    Language(String tag, String label, String ownName) {
        this.tag = tag;
        this.label = label;
        this.ownName = ownName;
    }

    /** BCP 47. */
    public String tag() {
        return tag;
    }

    public String label() {
        return label;
    }

    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    public static Optional<Language> ofTag(String tag) {
        return Arrays.stream(values()).filter(l -> l.tag.equals(tag)).findFirst();
    }

    /** The first of the browser's wishes that the shop can fulfil. */
    static Language wished(List<Locale> wishes) {
        return wishes.stream()
                .flatMap(wish -> Arrays.stream(values())
                        .filter(l -> l.locale().getLanguage().equals(wish.getLanguage())))
                .findFirst()
                .orElse(ENGLISH);
    }
}
