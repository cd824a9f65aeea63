/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.job.JobPulse;
import dev.saphan.job.JobPulse.Reading;
import dev.saphan.job.Jobs;
import dev.saphan.persistence.SchemaMigration.Standing;
import dev.saphan.settings.Mode;
import dev.saphan.storefront.StorefrontContact.Contact;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Database, schema, work and storefront: well, and in trouble. */
@ParameterizedClass
@EnumSource(Database.class)
class InstallationChecksTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @Parameter
    Database database;

    private TestPlugin plugin;

    @BeforeEach
    void start() {
        plugin = TestPlugin.on(database);
    }

    @Test
    void everyCheckIsFoundAndNoneBreaks() {
        ExecutorService threads = Executors.newCachedThreadPool();

        List<Result> results = plugin.get(CheckReadiness.class).run(subject(), threads);
        threads.shutdownNow();

        assertThat(results)
                .extracting(Result::check)
                .containsExactly(
                        "capability",
                        "clock",
                        "keys",
                        "webhook-address",
                        "webhook-arrival",
                        "webhook-secret",
                        "api-key",
                        "storefront",
                        "database",
                        "jobs",
                        "public-address",
                        "schema");
        assertThat(results).noneMatch(result -> result.finding().code().equals("broken"));
        assertThat(results)
                .filteredOn(result -> List.of("capability", "keys", "clock", "database", "schema", "api-key")
                        .contains(result.check()))
                .allMatch(result -> result.finding().verdict() == Verdict.PASSED);
    }

    @Test
    void aDatabaseThatIsAwayFails() {
        DataSource away = dataSource(() -> {
            throw new SQLException("password=hunter2");
        });

        assertThat(new DatabaseCheck(away).look(subject())).isEqualTo(Finding.failed("away", "SQLException"));
    }

    @Test
    void aDatabaseThatTakesNothingFails() throws SQLException {
        DataSource empty = database == Database.H2 ? Database.H2.open() : readOnly(plugin.get(DataSource.class));

        assertThat(new DatabaseCheck(empty).look(subject()).code()).isEqualTo("read_only");
    }

    @Test
    void aSchemaThatIsNotOursIsNamed() {
        assertThat(SchemaCheck.judge(new Standing("6", "6", 0, 0, true))).isEqualTo(Finding.passed("same", "6"));
        assertThat(SchemaCheck.judge(new Standing("7", "6", 1, 0, true))).isEqualTo(Finding.failed("behind", "6", "7"));
        assertThat(SchemaCheck.judge(new Standing("6", "7", 0, 0, true))).isEqualTo(Finding.warning("newer", "7", "6"));
        assertThat(SchemaCheck.judge(new Standing("6", "7", 0, 0, false)))
                .isEqualTo(Finding.failed("too_new", "7", "6"));
        assertThat(SchemaCheck.judge(new Standing("7", "6", 1, 1, true))).isEqualTo(Finding.failed("broken_off", 1));
    }

    @Test
    void workThatNobodyTakesIsSeen() throws SQLException {
        plugin.transactions().run(() -> plugin.get(Jobs.class).schedule("nobody-does-this", "x", LONG_AGO));
        try {
            Reading reading = plugin.get(JobPulse.class).read();

            assertThat(reading.oldestDue()).contains(LONG_AGO);
            assertThat(JobsCheck.judge(reading).code()).isEqualTo("overdue");
            assertThat(plugin.get(JobPulse.class).entered()).containsEntry("nobody-does-this", 1L);
        } finally {
            execute("delete from scheduled_tasks where task_name = 'nobody-does-this'");
        }
    }

    @Test
    void workIsJudgedByTheWorst() {
        Optional<Instant> at = Optional.of(LONG_AGO);
        assertThat(JobsCheck.judge(new Reading(true, at, 0, Optional.empty(), 0, 0)))
                .isEqualTo(Finding.passed("alive", LONG_AGO));
        assertThat(JobsCheck.judge(new Reading(false, at, 0, Optional.empty(), 0, 0)))
                .isEqualTo(Finding.failed("stopped"));
        assertThat(JobsCheck.judge(new Reading(true, at, 3, at, 1, 1)))
                .isEqualTo(Finding.failed("overdue", 3L, LONG_AGO));
        assertThat(JobsCheck.judge(new Reading(true, at, 0, Optional.empty(), 1, 1)))
                .isEqualTo(Finding.warning("stuck", 1L));
        assertThat(JobsCheck.judge(new Reading(true, at, 0, Optional.empty(), 0, 2)))
                .isEqualTo(Finding.warning("given_up", 2L));
    }

    @Test
    void aStorefrontIsJudgedByWhatItTakes() {
        Optional<Instant> taken = Optional.of(LONG_AGO);
        assertThat(judge(true, true, Optional.empty(), taken, 0)).isEqualTo(Finding.passed("takes", LONG_AGO));
        assertThat(judge(false, false, Optional.empty(), taken, 0)).isEqualTo(Finding.warning("not_told"));
        assertThat(judge(true, false, Optional.empty(), taken, 0)).isEqualTo(Finding.failed("absent"));
        assertThat(judge(true, true, Optional.of("ConnectException"), taken, 0))
                .isEqualTo(Finding.failed("unreachable", "ConnectException"));
        assertThat(judge(true, true, Optional.empty(), taken, 2))
                .isEqualTo(Finding.failed("not_taking", 2, "refused: status 401"));
        assertThat(judge(true, true, Optional.empty(), Optional.empty(), 0)).isEqualTo(Finding.unknown("untold"));
    }

    private static Finding judge(
            boolean expected, boolean present, Optional<String> trouble, Optional<Instant> taken, int inVain) {
        return StorefrontCheck.judge(
                new Contact(expected, present, trouble, taken, inVain, inVain == 0 ? "" : "refused: status 401"));
    }

    private Subject subject() {
        return new Subject(plugin.store(), Mode.TEST);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = plugin.get(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private interface Opening {
        Connection open() throws SQLException;
    }

    private static DataSource readOnly(DataSource real) {
        return dataSource(() -> {
            Connection connection = real.getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("set default_transaction_read_only = on");
            }
            return (Connection) Proxy.newProxyInstance(
                    InstallationChecksTest.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            try (Statement statement = connection.createStatement()) {
                                statement.execute("set default_transaction_read_only = off");
                            }
                        }
                        return method.invoke(connection, arguments);
                    });
        });
    }

    private static DataSource dataSource(Opening opening) {
        return (DataSource) Proxy.newProxyInstance(
                InstallationChecksTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> opening.open());
    }
}
