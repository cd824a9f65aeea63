/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.language.Languages;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
}
