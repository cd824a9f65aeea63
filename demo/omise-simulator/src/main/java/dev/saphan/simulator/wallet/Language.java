/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.wallet;

import dev.saphan.simulator.http.Answer;
import dev.saphan.simulator.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The wallet speaks English, Thai and Chinese: as chosen with {@code ?lang=}, else as the browser asks. */
record Language(Locale locale) {

    private static final Pattern COOKIE = Pattern.compile("(?:^|;\\s*)wallet-lang=(\\w\\w)");
    private static final List<Locale> KNOWN =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("th"), Locale.forLanguageTag("zh"));
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT);

    static Language of(Request request) {
        Matcher cookie = COOKIE.matcher(request.header("Cookie").orElse(""));
        Stream<String> wishes = Stream.of(
                request.query().text("lang").orElse(""),
                cookie.find() ? cookie.group(1) : "",
                request.header("Accept-Language").orElse("").replaceAll("[,;].*", ""));
        return wishes.map(Locale::forLanguageTag)
                .map(wish -> Locale.forLanguageTag(wish.getLanguage()))
                .filter(KNOWN::contains)
                .findFirst()
                .map(Language::new)
                .orElse(new Language(Locale.ENGLISH));
    }

    Map<String, String> texts() {
        ResourceBundle bundle = ResourceBundle.getBundle("dev.saphan.simulator.wallet.texts", locale, EXACT);
        Map<String, String> texts = new TreeMap<>();
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        return texts;
    }

    Answer remember(Answer answer) {
        return answer.with("Set-Cookie", "wallet-lang=" + locale.getLanguage() + "; Path=/; SameSite=Lax");
    }
}
