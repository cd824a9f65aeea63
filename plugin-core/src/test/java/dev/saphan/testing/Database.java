/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;

/** The two databases that everything must work on alike. */
public enum Database {
    H2 {
        @Override
        public DataSource open() {
            return pool("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        }
    },
    POSTGRESQL {
        @Override
        public DataSource open() {
            assumeWanted();
            String name = "database" + OPENED.incrementAndGet();
            try (Connection connection = Server.ONLY.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
                return pool(Server.ONLY.getJdbcUrl("postgres", name), "postgres", "postgres");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    };

    /** The one that tests keep to, empty for both: who runs them a thousand times over wants the quick one. */
    private static final String ONLY = System.getProperty("saphan.test.databases", "");

    private static final int CONNECTIONS = 30;
    private static final AtomicInteger OPENED = new AtomicInteger();

    /** One for all tests, with a database for each who wants an empty one: a server takes seconds to make. */
    private static final class Server {

        static final EmbeddedPostgres ONLY = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "1000")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Ends the test as one that was left out, if tests keep to another database. */
    public void assumeWanted() {
        Assumptions.assumeTrue(ONLY.isEmpty() || ONLY.equals(name()), () -> "tests keep to " + ONLY);
    }

    /** An empty database of its own. */
    public abstract DataSource open();

    /** As {@link #open()}, of which only so many connections can be had, each within some seconds. */
    public DataSource openWith(int connections) {
        HikariDataSource pool = (HikariDataSource) open();
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(10_000);
        return pool;
    }

    private static DataSource pool(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }
}
