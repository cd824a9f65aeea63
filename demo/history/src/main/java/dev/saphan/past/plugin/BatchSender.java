/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.past.plugin;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By batches of inserts, for any database. */
final class BatchSender implements Rows.Sender {

    @Override
    public void send(Connection connection, Rows.Table table, List<@Nullable Object[]> rows) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(table.columns().size(), "?"));
        String insert =
                "insert into " + table.name() + " (" + String.join(", ", table.columns()) + ") values (" + marks + ")";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (@Nullable Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i] instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
