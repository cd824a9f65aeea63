/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin;

import dev.saphan.language.Languages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The language that the person reads: chosen by a link, remembered in a cookie, else the browser's. */
@Named("reader")
@RequestScoped
public class Reader {

    static final String LANGUAGE = "lang";
    static final String COOKIE = "saphan-admin-language";

    private static final List<Locale> LANGUAGES = List.of(Languages.ENGLISH, Languages.THAI);

    @Inject
    HttpServletRequest request;

    private Locale locale = Languages.ENGLISH;

    @PostConstruct
    void read() {
        locale = Stream.of(
                        Languages.match(request.getParameter(LANGUAGE)),
                        cookie().flatMap(Languages::match),
                        Languages.fromHeader(request.getHeader("Accept-Language")))
                .flatMap(Optional::stream)
                .filter(LANGUAGES::contains)
                .findFirst()
                .orElse(Languages.ENGLISH);
    }

    public Locale getLocale() {
        return locale;
    }

    /** This page in each language. */
    public List<LanguageLink> getLanguages() {
        return LANGUAGES.stream()
                .map(language -> new LanguageLink(
                        language.toLanguageTag(),
                        language.getDisplayLanguage(language),
                        PageAddress.of(request)
                                .with(LANGUAGE, language.toLanguageTag())
                                .toString(),
                        language.equals(locale)))
                .toList();
    }

    /** The language that the request asks to be remembered. */
    static Optional<String> chosen(HttpServletRequest request) {
        return Languages.match(request.getParameter(LANGUAGE))
                .filter(LANGUAGES::contains)
                .map(Locale::toLanguageTag);
    }

    private Optional<String> cookie() {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** A choice in the header. */
    public record LanguageLink(String tag, String name, String address, boolean current) {}
}
