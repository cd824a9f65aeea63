/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence exists in every language, with the same blanks to fill in. */
class BundlesTest {

    private static final Pattern BLANK = Pattern.compile("\\{([0-9])}");

    static Stream<Arguments> translations() {
        return Stream.of(
                        "method/alipay_cn",
                        "method/alipayplus_upm",
                        "method/atome_qr",
                        "method/barcode_wechat",
                        "method/installment_paynext_extra_qr",
                        "payment/failures",
                        "problem/problems")
                .flatMap(bundle -> Languages.ALL.stream()
                        .filter(language -> !language.equals(Languages.ENGLISH))
                        .map(language ->
                                Arguments.of(bundle, language.toLanguageTag().replace('-', '_'))));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void saysTheSameInEveryLanguage(String bundle, String language) throws IOException {
        Properties english = load(bundle);
        Properties other = load(bundle + "_" + language);

        assertThat(new TreeSet<>(other.stringPropertyNames())).isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertThat(other.getProperty(key))
                    .as(key)
                    .isNotBlank()
                    .satisfies(text -> assertThat(blanks(text)).isEqualTo(blanks(english.getProperty(key))))
                    .doesNotContain("'");
        }
    }

    private static String blanks(String text) {
        return BLANK.matcher(text).results().map(MatchResult::group).sorted().collect(Collectors.joining());
    }

    private static Properties load(String bundle) throws IOException {
        Properties properties = new Properties();
        String file = "/dev/saphan/" + bundle + ".properties";
        try (var stream = Objects.requireNonNull(BundlesTest.class.getResourceAsStream(file), file)) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
