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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A page that includes another names it itself. Faces of the servers that the plugin runs on reads any file where the
 * name comes from a visitor (CVE-2026-46581).
 */
class IncludedPagesTest {

    private static final Path PAGES = Path.of("src/main/webapp");

    private static final Pattern COMPUTED = Pattern.compile(
            "<ui:(?:include|decorate|composition)\\b[^>]*?\\s(?:src|template)\\s*=\\s*[\"'][^\"']*[#$]\\{");

    private static final Pattern INCLUDED = Pattern.compile("<ui:(?:include|decorate|composition)\\b");

    @Test
    void areNamedByThePage() throws IOException {
        List<Path> pages = pages();

        assertThat(pages).anyMatch(page -> INCLUDED.matcher(read(page)).find());
        assertThat(pages)
                .filteredOn(page -> COMPUTED.matcher(read(page)).find())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ui:include src=\"#{param.page}\"/>",
                "<ui:include\n  src='/WEB-INF/${page.name}.xhtml'>",
                "<ui:decorate template = \"/WEB-INF/#{page.frame}\">",
                "<ui:composition xmlns=\"a\" template=\"#{frame}\">"
            })
    void turnsRedOnOneThatIsComputed(String tag) {
        assertThat(COMPUTED.matcher(tag).find()).isTrue();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList();
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
