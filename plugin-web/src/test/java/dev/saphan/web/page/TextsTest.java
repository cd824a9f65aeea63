/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.language.Languages;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

    private static final Pattern BLANK = Pattern.compile("\\{([0-9])}");
    private static final Pattern USED = Pattern.compile("\\bt\\('([a-z0-9.-]+)'");

    static Stream<Locale> languages() {
        return Languages.ALL.stream().filter(language -> !language.equals(Languages.ENGLISH));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void saysTheSameInEveryLanguage(Locale language) {
        Properties english = load("texts");
        Properties other = load("texts_" + language.toLanguageTag().replace('-', '_'));

        assertThat(new TreeSet<>(other.stringPropertyNames())).isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertThat(other.getProperty(key))
                    .as(key)
                    .isNotBlank()
                    .satisfies(text -> assertThat(blanks(text)).isEqualTo(blanks(english.getProperty(key))))
                    .doesNotContain("'");
        }
    }

    @Test
    void hasEverySentenceThatATemplateNames() {
        assertThat(load("texts").stringPropertyNames()).containsAll(named());
    }

    /** Those whose last part is a state or a code are made from it; the others have to be named somewhere. */
    @Test
    void hasNoSentenceThatNoTemplateNames() {
        List<String> made = List.of(
                "notice.", "problem.", "closed.", "counter.state.", "counter.notice.", "login.", "password.", "role.");
        Set<String> unused = new TreeSet<>(load("texts").stringPropertyNames());
        unused.removeAll(named());
        unused.removeIf(key -> made.stream().anyMatch(key::startsWith));

        assertThat(unused).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void hasASentenceForEveryStateAtTheCounter(Locale language) {
        for (PageState state : PageState.values()) {
            if (state.isLive()) {
                assertThat(Pages.TEXTS.get(language, "counter.state." + state.code()))
                        .isNotBlank();
            }
        }
    }

    private static Set<String> named() {
        try (Stream<Path> files = Files.walk(Path.of(Objects.requireNonNull(Pages.class.getResource("layout.html"))
                        .toURI())
                .getParent())) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .flatMap(file -> USED.matcher(read(file)).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String blanks(String text) {
        return BLANK.matcher(text).results().map(MatchResult::group).sorted().collect(Collectors.joining());
    }

    private static Properties load(String bundle) {
        Properties properties = new Properties();
        try (var stream = Objects.requireNonNull(Pages.class.getResourceAsStream(bundle + ".properties"), bundle)) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
