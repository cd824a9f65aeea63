/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** As RFC 4647 and RFC 9110 have it; the platform's own parser fails in its own ways at what is none. */
    private static final Pattern RANGE = Pattern.compile("(?:\\*|[A-Za-z]{1,8})(?:-(?:\\*|[A-Za-z0-9]{1,8}))*+"
            + "(?:\\s*;\\s*[qQ]=(?:0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?))?");

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
        String ranges = Stream.of(acceptLanguage.split(",", -1))
                .map(String::strip)
                .filter(range -> RANGE.matcher(range).matches())
                .collect(Collectors.joining(","));
        return ranges.isEmpty()
                ? Optional.empty()
                : Locale.LanguageRange.parse(ranges).stream()
                        .filter(range -> range.getWeight() > 0)
                        .flatMap(range -> match(range.getRange()).stream())
                        .findFirst();
    }
}
