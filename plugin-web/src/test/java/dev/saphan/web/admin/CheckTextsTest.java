/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every finding that a check of the core can come to has its words: found, and where it is not well, meaning and advice. */
class CheckTextsTest {

    private static final Path CHECKS = Path.of("../plugin-core/src/main/java/dev/saphan/readiness");
    private static final Pattern CODE = Pattern.compile("String code\\(\\) \\{\\s*return \"([^\"]+)\"");
    private static final Pattern FINDING =
            Pattern.compile("Finding\\s*\\.(passed|warning|failed|unknown)\\(\\s*\"([^\"]+)\"");

    @Test
    void nothingThatIsFoundIsWithoutWords() throws IOException {
        List<String> texts = List.copyOf(TextsTest.read("texts.properties").stringPropertyNames());
        Set<String> missing = new TreeSet<>();
        int checks = 0;
        for (Path source : sources()) {
            String code = Files.readString(source);
            Matcher named = CODE.matcher(code);
            String check = named.find() ? named.group(1) : "any";
            checks += check.equals("any") ? 0 : 1;
            Matcher finding = FINDING.matcher(code);
            while (finding.find()) {
                String key = "check." + check + "." + finding.group(2);
                needed(key, finding.group(1))
                        .filter(text -> !texts.contains(text))
                        .forEach(missing::add);
            }
        }

        assertThat(missing).isEmpty();
        assertThat(checks).isGreaterThanOrEqualTo(12);
    }

    private static Stream<String> needed(String key, String verdict) {
        return verdict.equals("passed") ? Stream.of(key) : Stream.of(key, key + ".means", key + ".do");
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.list(CHECKS)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
