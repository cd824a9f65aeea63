/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.web.testing.SentHeaders;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The body's language goes before the payment's, and that before the header's. */
class AnswerLanguageTest {

    @ParameterizedTest
    @CsvSource({
        "th, ja, zh-TW, th",
        ", ja, zh-TW, ja",
        ", , zh-TW, zh-Hant",
        ", , -, en",
        ", , '', en",
        "th, , '', th",
        ", fr, ms, ms"
    })
    void isTheOneThatWasAskedForMostClearly(Locale said, Locale ofPayment, String header, String language) {
        AnswerLanguage asked = new AnswerLanguage();
        asked.said(Optional.ofNullable(said));
        if (ofPayment != null) {
            asked.ofPayment(ofPayment);
        }

        assertThat(asked.with(SentHeaders.of("Accept-Language", header).toResource()))
                .isEqualTo(Locale.forLanguageTag(language));
    }
}
