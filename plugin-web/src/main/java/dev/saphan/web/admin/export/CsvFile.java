/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table in UTF-8 for spreadsheets, written row by row. It begins with a byte order mark, so that Thai is read as Thai.
 * A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay numbers.
 */
public final class CsvFile implements AutoCloseable {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What makes a formula at the beginning of a cell, also behind what spreadsheets skip. */
    private static final String FORMULA = "=+-@|%\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final Writer out;
    private final CSVPrinter printer;

    public CsvFile(OutputStream stream, List<String> columns) throws IOException {
        out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        out.write(BYTE_ORDER_MARK);
        printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(columns);
    }

    /** @param cells texts, numbers and dates; what came from outside as a text */
    public void row(List<?> cells) throws IOException {
        printer.printRecord(cells.stream().map(CsvFile::cell).toList());
    }

    /** Sends what was written so far on its way. */
    public void flush() throws IOException {
        printer.flush();
    }

    /** To the second, with the zone's offset at that time. */
    public static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    private static Object cell(Object value) {
        return value instanceof String text && isFormula(text) ? "'" + text : value;
    }

    private static boolean isFormula(String text) {
        String seen = text.stripLeading();
        return (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0)
                || (!seen.isEmpty() && FORMULA.indexOf(seen.charAt(0)) >= 0);
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
