/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.settings.StoreId;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The trail tells everything in order, and shows it when somebody lays hands on it. */
@ParameterizedClass
@EnumSource(Database.class)
class AuditTrailTest {

    private static final Who REFUNDER = new Who("a refunder", "192.0.2.7");

    @Parameter
    Database database;

    private TestPlugin plugin;

    @BeforeEach
    void start() {
        plugin = TestPlugin.on(database);
    }

    @Test
    void actsAtTheSameMomentGetNumbersWithoutGaps() throws Exception {
        long before = record("race.before");
        ExecutorService many = Executors.newFixedThreadPool(8);
        Callable<Long> act = () -> record("race.act");
        many.invokeAll(IntStream.range(0, 40).mapToObj(i -> act).toList());
        many.shutdown();

        assertThat(record("race.after")).isEqualTo(before + 41);
        assertThat(check().brokenAt()).isEmpty();
    }

    @Test
    void anActThatIsRolledBackLeavesNoTrace() {
        long before = record("kept");
        assertThatThrownBy(() -> plugin.transactions().run(() -> {
                    trail().record(REFUNDER, "undone", TestPlugin.STORE, "x", "");
                    throw new IllegalStateException("not done");
                }))
                .hasMessage("not done");

        assertThat(record("kept")).isEqualTo(before + 1);
    }

    @Test
    void showsToEachOnlyWhatIsOfTheirStores() {
        record("of-the-shop");
        AuditFilter strict = filter(Set.of(plugin.strictStore().id()), "of-the-shop");

        assertThat(before(strict)).isEmpty();
        assertThat(before(filter(Set.of(TestPlugin.STORE), "of-the-shop"))).isNotEmpty();
    }

    @Test
    void aChangedEntryIsSeen() throws SQLException {
        long number = record("refund.request");

        tamper("update audit_entry set actor = 'somebody else' where entry_number = " + number);
        assertThat(check().brokenAt()).hasValue(number);

        tamper("update audit_entry set actor = 'a refunder' where entry_number = " + number);
        assertThat(check().brokenAt()).isEmpty();
    }

    @Test
    void aMissingEndIsSeen() throws SQLException {
        record("refund.request");
        long last = record("refund.request");

        tamper("create table kept_aside as select * from audit_entry where entry_number = " + last);
        tamper("delete from audit_entry where entry_number = " + last);
        assertThat(check().brokenAt()).hasValue(last);

        tamper("insert into audit_entry select * from kept_aside");
        tamper("drop table kept_aside");
        assertThat(check().brokenAt()).isEmpty();
    }

    @Test
    void postgresqlRefusesToChangeIt() {
        if (database == Database.POSTGRESQL) {
            for (String sql : List.of(
                    "update audit_entry set actor = 'x'", "delete from audit_entry", "truncate table audit_entry")) {
                assertThatThrownBy(() -> run(sql)).as(sql).hasMessageContaining("cannot be changed");
            }
        }
    }

    private long record(String act) {
        return plugin.transactions().call(() -> {
            trail().record(REFUNDER, act, TestPlugin.STORE, "pay_1", "THB 100.00");
            return trail().head().number();
        });
    }

    private AuditTrail trail() {
        return plugin.get(AuditTrail.class);
    }

    private CheckAuditTrail.Finding check() {
        return plugin.get(CheckAuditTrail.class).check();
    }

    private List<AuditEntry> before(AuditFilter filter) {
        return plugin.transactions().call(() -> trail().before(Long.MAX_VALUE, filter, 10));
    }

    private static AuditFilter filter(Set<StoreId> stores, String act) {
        return new AuditFilter(stores, false, "", act, "", Optional.empty(), Optional.empty());
    }

    /** As one who owns the database. */
    private void tamper(String sql) throws SQLException {
        if (database == Database.POSTGRESQL) {
            run("alter table audit_entry disable trigger all");
            run(sql);
            run("alter table audit_entry enable trigger all");
        } else {
            run(sql);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = plugin.get(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
