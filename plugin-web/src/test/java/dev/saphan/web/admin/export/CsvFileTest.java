/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum(a1)", "|calc", "%0", "\t=1", "\r=1", " =1", "\uFF1D1"})
    void noTextIsAFormula(String text) throws IOException {
        assertThat(written(text).replaceFirst("^\"", "")).startsWith("'");
    }

    @Test
    void numbersStayNumbers() throws IOException {
        assertThat(written(new BigDecimal("-12.50"))).isEqualTo("-12.50");
    }

    @Test
    void plainTextStaysAsItIs() throws IOException {
        assertThat(written("ชา, 2 \"cups\"")).isEqualTo("\"ชา, 2 \"\"cups\"\"\"");
    }

    @Test
    void beginsWithAByteOrderMarkAndItsColumns() throws IOException {
        assertThat(file(List.of("x"))).startsWith("\uFEFFname\r\n");
    }

    @Test
    void writesTimesWithTheOffsetOfTheZone() {
        assertThat(CsvFile.time(Instant.parse("2026-03-01T17:00:00.123Z"), ZoneId.of("Asia/Bangkok")))
                .isEqualTo("2026-03-02T00:00:00+07:00");
    }

    private static String written(Object cell) throws IOException {
        return file(List.of(cell)).substring("\uFEFFname\r\n".length()).stripTrailing();
    }

    private static String file(List<?> row) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvFile file = new CsvFile(out, List.of("name"))) {
            file.row(row);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
