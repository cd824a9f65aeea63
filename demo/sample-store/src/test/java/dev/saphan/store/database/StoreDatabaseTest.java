/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.sql.DataSourceDefinition;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void whatWasCommittedSurvivesACrashAlsoAfterARestart() {
        database().useHandle(handle -> handle.execute("CREATE TABLE placed (number INT)"));

        database().useHandle(handle -> {
            handle.execute("INSERT INTO placed VALUES (1)");
            assertThatThrownBy(() -> handle.execute("SHUTDOWN IMMEDIATELY"))
                    .as("the connection goes with the database")
                    .hasMessageContaining("SHUTDOWN");
        });

        int placed = database()
                .withHandle(handle -> handle.select("SELECT count(*) FROM placed")
                        .mapTo(int.class)
                        .one());
        assertThat(placed).isEqualTo(1);
    }

    private Jdbi database() {
        String address =
                StoreDatabase.class.getAnnotation(DataSourceDefinition.class).url();
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl(address.replaceAll("^\\$\\{MPCONFIG=store.database.url:(.*)}$", "$1")
                .replace("./store-data", folder.toString()));
        source.setUser("sa");
        return Schema.migrate(source);
    }
}
