/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Gateway;
import dev.saphan.job.Job;
import dev.saphan.money.Money;
import dev.saphan.persistence.Transactions;
import dev.saphan.secret.Keyset;
import dev.saphan.settings.AccountKey;
import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import dev.saphan.testing.Database;
import dev.saphan.testing.InMemoryOmise;
import dev.saphan.testing.Node;
import dev.saphan.testing.Steps;
import dev.saphan.testing.TestClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/** A store's back office with a gateway in memory. Nothing happens by itself: a test says which work runs. */
final class Office {

    static final Money PRICE = Money.ofMinor(150_000, "THB");
    static final StoreId STORE = new StoreId("shop");
    static final AccountKey ACCOUNT = new AccountKey(STORE, Mode.TEST);
    static final StoreId OTHER = new StoreId("other");
    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    static final Period MARCH = new Period(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31"), BANGKOK);
    private static final List<String> TABLES = List.of(
            "reconciled_item",
            "reconciliation",
            "scheduled_tasks",
            "scheduled_inbound",
            "scheduled_outbound",
            "scheduled_payments",
            "scheduled_alerts",
            "alert",
            "order_command",
            "history",
            "refund",
            "idempotency_key",
            "payment_details",
            "payment_attention",
            "attempt",
            "payment");
    private static final Map<Database, Office> OPEN = new EnumMap<>(Database.class);

    private final TestClock clock = new TestClock();
    private final AtomicReference<Steps> steps = new AtomicReference<>(Steps.NONE);
    private final InMemoryOmise omise =
            new InMemoryOmise(clock, what -> steps.get().before(what));
    private final Node node;

    private Office(Database database) {
        DataSource pool = database.open();
        node = new Node(
                pool,
                Map.of(
                        "saphan.public-url",
                        "https://pay.example/payments",
                        "saphan.stores",
                        STORE + "," + OTHER,
                        "saphan.store.shop.test.secret-key",
                        "skey_test_saphandemo0000001",
                        "saphan.store.other.test.secret-key",
                        "skey_test_saphandemo0000001"),
                clock,
                Keyset.parse(Keyset.generate()),
                Steps.NONE,
                Map.of(Gateway.class, omise));
    }

    /** An empty one; what a test did before is forgotten. */
    static synchronized Office on(Database database) {
        Office office = OPEN.computeIfAbsent(database, Office::new);
        office.clock.reset();
        office.steps.set(Steps.NONE);
        office.omise.clear();
        office.empty();
        return office;
    }

    private void empty() {
        try (Connection connection = node.get(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("delete from " + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    <T> T get(Class<T> type) {
        return node.get(type);
    }

    Transactions transactions() {
        return get(Transactions.class);
    }

    InMemoryOmise omise() {
        return omise;
    }

    TestClock clock() {
        return clock;
    }

    /** Told before each question to the gateway, and before each answer is heard. */
    void onEachStep(Steps listener) {
        steps.set(listener);
    }

    Sales sales() {
        return new Sales(this);
    }

    Period thisWeek() {
        LocalDate today = clock.instant().atZone(BANGKOK).toLocalDate();
        return new Period(today.minusDays(6), today.plusDays(1), BANGKOK);
    }

    ReconciliationId compare() {
        return compare(thisWeek());
    }

    ReconciliationId compare(Period period) {
        ReconciliationId id = get(StartReconciliation.class).start(ACCOUNT, period, "a viewer");
        runToTheEnd(Reconcile.NAME, id);
        return id;
    }

    /** Every run that is due, without waiting between them. */
    void runToTheEnd(String job, ReconciliationId id) {
        int runs = 0;
        while (node.run(job, id.value()) instanceof Job.Next.Again) {
            if (++runs > 1000) {
                throw new AssertionError(job + " does not come to an end");
            }
        }
    }

    Job.Next run(String job, ReconciliationId id) {
        return node.run(job, id.value());
    }

    Reconciliation comparison(ReconciliationId id) {
        return transactions().call(() -> get(Reconciliations.class).find(id).orElseThrow());
    }

    List<ReconciledItem> items(ReconciliationId id) {
        return transactions().call(() -> get(ReconciledItems.class).all(id, "", 1000));
    }

    List<ReconciledItem> differences(ReconciliationId id) {
        return transactions().call(() -> get(ReconciledItems.class).differences(id, "", 1000));
    }

    Tally tally(ReconciliationId id) {
        return transactions().call(() -> get(ReconciledSums.class).tally(id));
    }

    List<BookTotals> totals(ReconciliationId id) {
        return transactions().call(() -> get(ReconciledSums.class).totals(id));
    }

    List<DayTotals> days(ReconciliationId id) {
        return transactions().call(() -> get(ReconciledSums.class).days(id));
    }

    Optional<Outcome> repair(ReconciledItem item, String by) {
        return get(RepairDifference.class).repair(item.id(), by);
    }

    /** Compares; only that may differ, and only once. */
    ReconciledItem findOnly(Finding finding) {
        List<ReconciledItem> differences = differences(compare());
        assertThat(differences).extracting(ReconciledItem::finding).containsExactly(finding);
        return differences.get(0);
    }

    /** Also when the books are compared anew. */
    void mustBeGreen(ReconciledItem item) {
        assertThat(tally(item.reconciliation()).differences()).isZero();
        assertThat(totals(item.reconciliation())).allMatch(BookTotals::isEqual);
        ReconciliationId anew = compare();
        assertThat(differences(anew)).isEmpty();
        assertThat(totals(anew)).allMatch(BookTotals::isEqual);
    }
}
