/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.language.Languages;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageLanguageTest {

    @Test
    void prefersWhatWasChosenOnThePageAndKeepsItInAddresses() {
        PageLanguage language = PageLanguage.of("zh_TW", Optional.of(Languages.THAI), "ja");

        assertThat(language.locale()).isEqualTo(Languages.TRADITIONAL_CHINESE);
        assertThat(language.query()).isEqualTo("?lang=zh-Hant");
    }

    @Test
    void takesThePaymentsLanguageBeforeTheBrowsers() {
        PageLanguage language = PageLanguage.of(null, Optional.of(Languages.THAI), "ja");

        assertThat(language.locale()).isEqualTo(Languages.THAI);
        assertThat(language.query()).isEmpty();
    }

    @Test
    void takesTheBrowsersLanguageWhenNothingElseIsOurs() {
        assertThat(PageLanguage.of("xx", Optional.of(Locale.FRENCH), "fr, ms;q=0.8")
                        .locale())
                .isEqualTo(Languages.MALAY);
        assertThat(PageLanguage.of(null, Optional.empty(), null).locale()).isEqualTo(Languages.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "lang=th, th",
                "next=%2F&lang=zh-TW, zh-Hant",
                "lang=ja&a=b, ja",
                "slang=th, en",
                "lang=%zz, en",
                "-, en"
            })
    void readsTheAddressAloneSinceTheBodyMayBeWhatARequestFailedAt(@Nullable String query, String language) {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("getParameter")) {
                        throw new IllegalStateException("no multipart boundary was found");
                    }
                    return method.getName().equals("getQueryString") ? query : null;
                });

        assertThat(PageLanguage.of(request).locale().toLanguageTag()).isEqualTo(language);
    }
}
