/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.past.plugin;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** By PostgreSQL's {@code COPY}, in its text format. */
final class CopySender implements Rows.Sender {

    @Override
    public void send(Connection connection, Rows.Table table, List<@Nullable Object[]> rows) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (@Nullable Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                text.append(i == 0 ? "" : "\t").append(written(row[i]));
            }
            text.append('\n');
        }
        String copy = "copy " + table.name() + " (" + String.join(", ", table.columns()) + ") from stdin";
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, new StringReader(text.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String written(@Nullable Object value) {
        if (value == null) {
            return "\\N";
        }
        return value.toString()
                .replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
