/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages that shoppers' pages and sentences exist in, and the choice among them. */
public final class Languages {

    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale THAI = Locale.forLanguageTag("th");
    public static final Locale SIMPLIFIED_CHINESE = Locale.forLanguageTag("zh-Hans");
    public static final Locale TRADITIONAL_CHINESE = Locale.forLanguageTag("zh-Hant");
    public static final Locale MALAY = Locale.forLanguageTag("ms");
    public static final Locale JAPANESE = Locale.forLanguageTag("ja");

    public static final List<Locale> ALL =
            List.of(ENGLISH, THAI, SIMPLIFIED_CHINESE, TRADITIONAL_CHINESE, MALAY, JAPANESE);

    private static final List<String> TRADITIONAL_REGIONS = List.of("TW", "HK", "MO");

    private Languages() {}

    /** The supported language for a BCP 47 tag (underscores accepted); empty when it is none of ours. */
    public static Optional<Locale> match(@Nullable String tag) {
        if (tag == null || tag.isBlank()) {
            return Optional.empty();
        }
        Locale wanted = Locale.forLanguageTag(tag.strip().replace('_', '-'));
        if (wanted.getLanguage().equals("zh")) {
            boolean traditional = wanted.getScript().equals("Hant")
                    || (wanted.getScript().isEmpty() && TRADITIONAL_REGIONS.contains(wanted.getCountry()));
            return Optional.of(traditional ? TRADITIONAL_CHINESE : SIMPLIFIED_CHINESE);
        }
        return ALL.stream()
                .filter(language -> language.getLanguage().equals(wanted.getLanguage()))
                .findFirst();
    }

    /** The first supported language of an {@code Accept-Language} header, by its weights. */
    public static Optional<Locale> fromHeader(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > 500) {
            return Optional.empty();
        }
        try {
            List<Locale.LanguageRange> ranges = new ArrayList<>(Locale.LanguageRange.parse(acceptLanguage));
            return ranges.stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> match(range.getRange()).stream())
                    .findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
