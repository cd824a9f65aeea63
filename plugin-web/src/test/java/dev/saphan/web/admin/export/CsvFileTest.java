/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that spreadsheets read as it was meant. */
class CsvFileTest {

    @Test
    void beginsWithAByteOrderMarkAndTheColumns() throws IOException {
        assertThat(written(List.of())).isEqualTo("\ufeffคำสั่งซื้อ,Amount\r\n");
    }

    @Test
    void quotesWhatNeedsIt() throws IOException {
        assertThat(written(List.of("say \"hi\", you", "two\nlines")))
                .endsWith("\"say \"\"hi\"\", you\",\"two\nlines\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+66812345678", "-1", "@SUM(A1)", "|calc", "%x"})
    void letsNoCellBeAFormula(String cell) throws IOException {
        assertThat(written(List.of(cell))).endsWith("\r\n'" + cell + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1200.00", "O-1"})
    void leavesTheRestAsItIs(String cell) throws IOException {
        assertThat(written(List.of(cell, "x"))).endsWith("\r\n" + cell + ",x\r\n");
    }

    @Test
    void letsNoFormulaHideBehindWhiteSpace() throws IOException {
        assertThat(written(List.of("\t=1+1"))).endsWith("'\t=1+1\r\n");
    }

    @Test
    void writesTimesWithTheOffsetOfTheZone() {
        assertThat(CsvFile.time(Instant.parse("2026-03-01T17:00:00.123Z"), ZoneId.of("Asia/Bangkok")))
                .isEqualTo("2026-03-02T00:00:00+07:00");
    }

    private static String written(List<String> row) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvFile file = new CsvFile(out, List.of("คำสั่งซื้อ", "Amount"))) {
            if (!row.isEmpty()) {
                file.row(row);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
