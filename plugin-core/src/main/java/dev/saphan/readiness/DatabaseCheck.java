/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The database answers and can be written to. */
@Wired
class DatabaseCheck implements ReadinessCheck {

    private static final int SECONDS = 5;

    private final DataSource dataSource;

    @Inject
    DatabaseCheck(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String code() {
        return "database";
    }

    @Override
    public Area area() {
        return Area.INSTALLATION;
    }

    @Override
    public Finding look(Subject subject) {
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData about = connection.getMetaData();
            String name = about.getDatabaseProductName() + " " + about.getDatabaseProductVersion();
            return canWrite(connection) ? Finding.passed("writes", name) : Finding.failed("read_only", name);
        } catch (SQLException e) {
            return Finding.failed("away", e.getClass().getSimpleName());
        }
    }

    /** Writes a value that stands there already, and so for good. */
    private static boolean canWrite(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            return statement.executeUpdate("update settings_revision set revision = revision") == 1;
        } catch (SQLException e) {
            return false;
        }
    }
}
