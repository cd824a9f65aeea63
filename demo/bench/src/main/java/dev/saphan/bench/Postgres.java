/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** A PostgreSQL that is as careful with the disk as one in production, which the embedded one is not by itself. */
final class Postgres implements AutoCloseable {

    private static final List<String> CAREFUL = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final EmbeddedPostgres server;

    Postgres(Path home) throws IOException, SQLException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(home.resolve("postgres"))
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD);
        CAREFUL.forEach(setting -> builder.setServerConfig(setting, "on"));
        server = builder.start();
        for (String setting : CAREFUL) {
            require(setting);
        }
    }

    private void require(String setting) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            if (!row.getString(1).equals("on")) {
                throw new IllegalStateException("PostgreSQL runs without " + setting);
            }
        }
    }

    DataSource create(String name) throws SQLException {
        run(server.getPostgresDatabase(), "create database " + name);
        return server.getDatabase("postgres", name);
    }

    /** As autovacuum would do after a while. */
    static void settle(DataSource database) throws SQLException {
        run(database, "vacuum analyze");
    }

    private static void run(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Map<String, String> settings(String name) {
        return Map.of(
                "saphan.database.driver", "org.postgresql.ds.PGSimpleDataSource",
                "saphan.database.url",
                        "jdbc:postgresql://localhost:" + server.getPort() + "/" + name + "?user=postgres",
                "saphan.database.user", "postgres",
                "saphan.database.password", "postgres");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
