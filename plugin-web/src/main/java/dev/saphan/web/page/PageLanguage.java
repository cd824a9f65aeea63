/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import dev.saphan.language.Languages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The language of a page: what the reader chose on it, else what is known of the reader, else the browser's.
 *
 * @param chosen whether it was chosen on the page; then it stays in every address
 */
public record PageLanguage(Locale locale, boolean chosen) {

    /** No tag has anything that an address would have to escape. */
    private static final Pattern IN_ADDRESS = Pattern.compile("(?:^|&)lang=([A-Za-z0-9_-]{1,35})(?:&|$)");

    /**
     * @param parameter {@code lang} of the address
     * @param known of the reader, such as the payment's language
     * @param header {@code Accept-Language} */
    public static PageLanguage of(@Nullable String parameter, Optional<Locale> known, @Nullable String header) {
        Optional<Locale> chosen = Languages.match(parameter);
        Locale locale = chosen.or(() -> known.map(Locale::toLanguageTag).flatMap(Languages::match))
                .or(() -> Languages.fromHeader(header))
                .orElse(Languages.ENGLISH);
        return new PageLanguage(locale, chosen.isPresent());
    }

    /** Of somebody who was not told of before. The body is not looked at: it may be what the request failed at. */
    public static PageLanguage of(HttpServletRequest request) {
        return of(ofAddress(request.getQueryString()), Optional.empty(), request.getHeader("Accept-Language"));
    }

    private static @Nullable String ofAddress(@Nullable String query) {
        Matcher found = IN_ADDRESS.matcher(Objects.requireNonNullElse(query, ""));
        return found.find() ? found.group(1) : null;
    }

    /** To be put behind addresses of ours: {@code ?lang=th}, or nothing. */
    public String query() {
        return chosen ? "?lang=" + locale.toLanguageTag() : "";
    }
}
