/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    private static final Pattern LONE_APOSTROPHE = Pattern.compile("'");

    @ParameterizedTest
    @ValueSource(strings = {"store_th", "store_zh"})
    void everyLanguageSaysEverything(String bundle) throws IOException {
        assertThat(load(bundle).stringPropertyNames()).isEqualTo(load("store").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"store", "store_th", "store_zh"})
    void noTextSwallowsItsParameters(String bundle) throws IOException {
        assertThat(load(bundle).values())
                .allSatisfy(text -> assertThat(String.valueOf(text)).doesNotContainPattern(LONE_APOSTROPHE));
    }

    @Test
    void chineseIsFoundByItsScript() {
        assertThat(Texts.of(Locale.forLanguageTag("zh-Hans"), "cart")).isEqualTo("购物车");
    }

    private static Properties load(String bundle) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = TextsTest.class.getResourceAsStream("/texts/" + bundle + ".properties")) {
            texts.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        return texts;
    }
}
