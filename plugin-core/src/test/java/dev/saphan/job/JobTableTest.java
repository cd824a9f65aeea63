/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.persistence.SchemaMigration;
import dev.saphan.persistence.Transactions;
import dev.saphan.testing.Database;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is entered, what is moved forward, and when somebody is told that there is something to do. */
@ParameterizedClass
@EnumSource(Database.class)
class JobTableTest {

    private static final Instant NOW = Instant.parse("2026-03-02T05:00:00Z");

    @Parameter
    Database database;

    private final AtomicInteger rings = new AtomicInteger();
    private final Kept transactions = new Kept();
    private DataSource rows;
    private JobTable table;

    @BeforeEach
    void open() {
        database.assumeWanted();
        rows = database.open();
        SchemaMigration.migrate(rows);
        LaneBells bells = new LaneBells();
        bells.hang(Lane.UPKEEP, rings::incrementAndGet);
        table = new JobTable(rows, noJobs(), bells, transactions, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void ringsForDueWorkWhenItIsKept() {
        transactions.run(() -> {
            table.enter("sweep", "1", NOW);
            assertThat(rings).as("nobody could find it yet").hasValue(0);
        });

        assertThat(rings).hasValue(1);
        assertThat(table.due("sweep", "1")).contains(NOW);
    }

    @Test
    void ringsForNothingThatIsNotKept() {
        assertThatThrownBy(() -> transactions.run(() -> {
                    table.enter("sweep", "1", NOW);
                    throw new IllegalStateException("after all not");
                }))
                .hasMessage("after all not");

        assertThat(rings).hasValue(0);
    }

    @Test
    void ringsForNothingThatIsDueLater() {
        table.enter("sweep", "1", NOW.plusMillis(1));
        table.schedule("sweep", "2", NOW.plusMillis(1));

        assertThat(rings).hasValue(0);
    }

    @Test
    void leavesWorkThatIsEnteredAlready() {
        table.schedule("sweep", "1", NOW.plusSeconds(60));
        table.schedule("sweep", "1", NOW);

        assertThat(table.due("sweep", "1")).contains(NOW.plusSeconds(60));
        assertThat(rings).hasValue(0);
    }

    @Test
    void movesWorkForwardAndNeverBack() {
        table.enter("sweep", "1", NOW.plusSeconds(60));

        table.hurry("sweep", "1", NOW.plusSeconds(61));
        assertThat(table.due("sweep", "1")).contains(NOW.plusSeconds(60));

        table.hurry("sweep", "1", NOW.plusSeconds(59));
        assertThat(table.due("sweep", "1")).contains(NOW.plusSeconds(59));
        assertThat(rings).hasValue(0);

        table.hurry("sweep", "1", NOW);
        assertThat(table.due("sweep", "1")).contains(NOW);
        assertThat(rings).hasValue(1);
    }

    @Test
    void entersWhatIsToBeHurriedAndIsNotThere() {
        table.hurry("sweep", "1", NOW);

        assertThat(table.due("sweep", "1")).contains(NOW);
        assertThat(rings).hasValue(1);
    }

    @Test
    void leavesWorkThatANodeHasTaken() throws SQLException {
        table.enter("sweep", "1", NOW.plusSeconds(60));
        execute("update scheduled_tasks set picked = true");

        table.hurry("sweep", "1", NOW);

        assertThat(table.due("sweep", "1")).contains(NOW.plusSeconds(60));
        assertThat(rings).hasValue(0);
    }

    /** Who has read the row before finds that it is another by now. */
    @Test
    void makesWhatIsMovedAnotherVersion() throws SQLException {
        table.enter("sweep", "1", NOW.plusSeconds(60));

        table.hurry("sweep", "1", NOW);

        assertThat(execute("update scheduled_tasks set picked = true where version = 2"))
                .isEqualTo(1);
    }

    private int execute(String sql) throws SQLException {
        try (Connection connection = rows.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    @SuppressWarnings("unchecked")
    private static Instance<Job> noJobs() {
        return (Instance<Job>) Proxy.newProxyInstance(
                JobTableTest.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> Stream.empty());
    }

    /** Tells of the end of a transaction; the rows are kept at once. */
    private static final class Kept implements Transactions {

        private final List<Runnable> afterwards = new ArrayList<>();
        private boolean active;

        @Override
        public <T> T call(Supplier<T> work) {
            active = true;
            try {
                T result = work.get();
                afterwards.forEach(Runnable::run);
                return result;
            } finally {
                active = false;
                afterwards.clear();
            }
        }

        @Override
        public void afterCommit(Runnable what) {
            afterwards.add(what);
        }

        @Override
        public boolean isActive() {
            return active;
        }
    }
}
