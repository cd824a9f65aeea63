/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.past.plugin;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of several tables, gathered and then sent in the order in which the tables came first. */
final class Rows {

    private final Map<Table, List<@Nullable Object[]>> gathered = new LinkedHashMap<>();

    /** A table with the columns that are filled. */
    record Table(String name, List<String> columns) {

        static Table of(String name, String... columns) {
            return new Table(name, List.of(columns));
        }
    }

    /** How rows get into a database. */
    interface Sender {
        void send(Connection connection, Table table, List<@Nullable Object[]> rows) throws SQLException;
    }

    /** @param values texts, numbers, booleans, instants, or null, for each column */
    void add(Table table, @Nullable Object... values) {
        if (values.length != table.columns().size()) {
            throw new IllegalArgumentException(table.name() + " has other columns");
        }
        gathered.computeIfAbsent(table, name -> new ArrayList<>()).add(values);
    }

    void send(Connection connection, Sender sender) throws SQLException {
        for (Map.Entry<Table, List<@Nullable Object[]>> table : gathered.entrySet()) {
            sender.send(connection, table.getKey(), table.getValue());
        }
        gathered.values().forEach(List::clear);
    }
}
