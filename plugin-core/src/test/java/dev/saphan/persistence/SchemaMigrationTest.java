/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.testing.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How versions of the plugin and of its schema meet. */
@ParameterizedClass
@EnumSource(Database.class)
class SchemaMigrationTest {

    @Parameter
    Database database;

    private DataSource fresh;

    @BeforeEach
    void open() {
        fresh = database.open();
    }

    @Test
    void refusesASchemaThatNeedsANewerPlugin() throws SQLException {
        int known = SchemaMigration.migrate(fresh);
        run("update schema_compatibility set oldest_known = 9000");

        assertThatThrownBy(() -> SchemaMigration.migrate(fresh))
                .isInstanceOf(IncompatibleSchema.class)
                .hasMessageContaining("9000")
                .hasMessageContaining("Deploy the newer version");
        assertThat(SchemaMigration.isCompatible(fresh, known)).isFalse();
    }

    @Test
    void worksWithASchemaThatANewerPluginOnlyAddedTo() throws SQLException {
        int known = SchemaMigration.migrate(fresh);
        run("insert into \"saphan_schema_history\" values (9000, '9000', 'of a newer plugin', 'SQL', 'V9000__x.sql', 1,"
                + " 'newer', current_timestamp, 1, true)");

        assertThat(SchemaMigration.migrate(fresh)).isEqualTo(known);
        assertThat(SchemaMigration.isCompatible(fresh, known)).isTrue();
    }

    @Test
    void refusesToStartWithoutItsMigrations() throws SQLException {
        assertThatThrownBy(() -> SchemaMigration.migrate(fresh, SchemaMigration.flyway(fresh, "dev/saphan/nowhere/")))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining("dev/saphan/nowhere/common");
        assertThatThrownBy(() -> SchemaMigration.migrate(
                        fresh,
                        Flyway.configure()
                                .dataSource(fresh)
                                .locations("classpath:dev/saphan/persistence")
                                .load()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not in this deployment");
    }

    @Test
    void migratesOnceWhenTwoNodesStartAtOnce() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        Callable<Integer> start = () -> SchemaMigration.migrate(fresh);

        List<Future<Integer>> started = nodes.invokeAll(List.of(start, start));

        assertThat(started.get(1).get()).isEqualTo(started.get(0).get());
        assertThat(count("select count(*) - count(distinct \"version\") from \"saphan_schema_history\""
                        + " where \"type\" = 'SQL'"))
                .as("migrations done twice")
                .isZero();
        nodes.shutdown();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = fresh.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = fresh.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
