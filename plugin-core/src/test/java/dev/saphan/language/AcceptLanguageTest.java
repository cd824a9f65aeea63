/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A header is anybody's text: what is no language in it is passed over. */
class AcceptLanguageTest {

    @ParameterizedTest
    @ValueSource(strings = {"-", "--", "-,-", ";q=", ";", ",", "*", "th;q=", "th;q=2", "-th", "q=1", "th-", "x-", "é"})
    void findsNoneInNoLanguage(String header) {
        assertThat(Languages.fromHeader(header)).isEmpty();
    }

    @Test
    void findsTheBestBesideNoLanguage() {
        assertThat(Languages.fromHeader("-, ja;q=0.4, th-TH;q=0.8, ;q=, de")).contains(Languages.THAI);
        assertThat(Languages.fromHeader("de-CH, zh-Hant-HK; q=0.9, en;q=0.1")).contains(Languages.TRADITIONAL_CHINESE);
    }

    @Test
    void takesAnyText() {
        Random random = new Random(9);
        String characters = "-,;=q.*019thzenHa _\t";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder header = new StringBuilder();
            for (int length = random.nextInt(14); length >= 0; length--) {
                header.append(characters.charAt(random.nextInt(characters.length())));
            }
            assertThat(Languages.fromHeader(header.toString())).isNotNull();
        }
    }
}
