/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
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
 * A table as RFC 4180 in UTF-8, written while it is read. It begins with a byte order mark, by which spreadsheets know
 * that Thai is in it, and no cell can be taken for a formula.
 */
public final class CsvFile implements AutoCloseable {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** What spreadsheets begin a formula with, or skip before one. */
    private static final String FORMULA = "=+-@\t\r\n|%";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final OutputStreamWriter out;
    private final CSVPrinter printer;

    public CsvFile(OutputStream stream, List<String> columns) throws IOException {
        out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        out.write(BYTE_ORDER_MARK);
        printer = new CSVPrinter(out, CSVFormat.RFC4180);
        row(columns);
    }

    public void row(List<String> cells) throws IOException {
        printer.printRecord(cells.stream().map(CsvFile::harmless).toList());
    }

    /** Sends on what was written so far. */
    public void flush() throws IOException {
        out.flush();
    }

    /** To the second, with the zone's offset at that time. */
    public static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
