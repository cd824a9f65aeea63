/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a page shows is written as text: no page asks for it as it is. */
class EscapedPagesTest {

    private static final List<Path> FOLDERS = List.of(Path.of("src/main/webapp"), Path.of("src/main/resources"));

    private static final Pattern AS_IT_IS = Pattern.compile(
            "\\|\\s*raw\\b|\\bautoescape\\b|\\bescape\\s*=\\s*[\"']"
                    + "|<script(?![^>]*\\bsrc=)|<[a-zA-Z:]+[^>]*\\son[a-z]+\\s*=\\s*[\"']|innerHTML|insertAdjacentHTML|document\\.write");

    @Test
    void noneTurnsItOff() {
        List<Path> pages = pages();

        assertThat(pages).hasSizeGreaterThan(40);
        assertThat(pages)
                .filteredOn(page -> AS_IT_IS.matcher(read(page)).find())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ name | raw }}",
                "{{name|raw}}",
                "{% autoescape false %}",
                "<h:outputText value=\"#{page.name}\" escape=\"false\"/>",
                "<h:outputText escape = 'false' value=\"#{page.name}\"/>",
                "<script>var name = '{{ name }}';</script>",
                "<a onclick=\"go('{{ name }}')\">",
                "box.innerHTML = name",
            })
    void turnsRedOnOneThatDoes(String page) {
        assertThat(AS_IT_IS.matcher(page).find()).isTrue();
    }

    private static List<Path> pages() {
        return FOLDERS.stream().flatMap(EscapedPagesTest::below).toList();
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(xhtml|html|js)")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
