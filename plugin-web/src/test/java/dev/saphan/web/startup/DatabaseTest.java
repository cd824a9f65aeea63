/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.startup;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.sql.DataSourceDefinition;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    @TempDir
    Path folder;

    @Test
    void theDatabaseOfTheDefaultAddressKeepsWhatWasCommittedThroughACrashAfterARestart() throws SQLException {
        inDatabase("CREATE TABLE payment (id INT)");

        inDatabase("INSERT INTO payment VALUES (1)", "SHUTDOWN IMMEDIATELY");

        assertThat(inDatabase("DELETE FROM payment")).isEqualTo(1);
    }

    private int inDatabase(String... statements) throws SQLException {
        int rows = 0;
        try (Connection connection = DriverManager.getConnection(address(), "sa", "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                rows = statement.executeUpdate(sql);
            }
        }
        return rows;
    }

    private String address() {
        return Database.class
                .getAnnotation(DataSourceDefinition.class)
                .url()
                .replaceAll("^\\$\\{MPCONFIG=saphan.database.url:(.*)}$", "$1")
                .replace("./saphan-data", folder.toString());
    }
}
