/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund.batch;

import static dev.saphan.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.audit.AuditEntry;
import dev.saphan.audit.AuditFilter;
import dev.saphan.audit.AuditTrail;
import dev.saphan.money.Money;
import dev.saphan.payment.Order;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.SyncPayment;
import dev.saphan.refund.Asked;
import dev.saphan.refund.Refunds;
import dev.saphan.settings.AccountKey;
import dev.saphan.settings.Store;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import dev.saphan.user.Role;
import dev.saphan.user.SomePeople;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Several payments refunded together are each refunded like one alone. */
@ParameterizedClass
@EnumSource(Database.class)
class RefundSelectionTest {

    private static final Money SMALL = Money.ofMinor(75_000, "THB");
    private static final Money LARGE = Money.ofMinor(150_000, "THB");

    @Parameter
    Database database;

    private TestPlugin plugin;
    private String approver;

    @BeforeEach
    void start() {
        plugin = TestPlugin.on(database);
        plugin.omise().faults().clear();
        plugin.clock().reset(); // work that is due later is not taken now
        approver = person(Role.APPROVER);
    }

    @Test
    void tellsWhatCameOfEach() {
        PaymentId small = paid(SMALL);
        PaymentId large = paid(LARGE);
        PaymentId foreign = paid(SMALL, plugin.strictStore());
        Map<PaymentId, Money> rows = new LinkedHashMap<>();
        rows.put(small, SMALL);
        rows.put(large, LARGE);
        rows.put(foreign, SMALL);
        PaymentId changed = paid(SMALL);
        rows.put(changed, LARGE);

        List<RefundBatchItem> items = done(begin(rows, approver));

        assertThat(items).extracting(RefundBatchItem::payment).containsExactly(small, large, changed);
        assertThat(items.get(0).result().orElseThrow()).isInstanceOf(Asked.Made.class);
        assertThat(items.get(1).result().orElseThrow()).isInstanceOf(Asked.Waits.class);
        assertThat(items.get(2).refusal()).contains("remaining_changed");
        assertThat(refunds(small)).isEqualTo(1);
        assertThat(refunds(large) + refunds(foreign) + refunds(changed)).isZero();
        assertThat(trail(small)).contains("refund.request");
    }

    @Test
    void aBudgetHoldsForEach() {
        Map<PaymentId, Money> rows = new LinkedHashMap<>();
        List.of(1, 2, 3).forEach(number -> rows.put(paid(SMALL), SMALL));

        List<RefundBatchItem> items = done(begin(rows, person(Role.REFUNDER)));

        assertThat(items.stream().filter(item -> item.result().isPresent())).hasSize(2);
        assertThat(items.get(2).refusal()).contains("denied_budget");
    }

    @Test
    void whoMayNoLongerRefundsNothing() {
        String gone = person(Role.APPROVER);
        SomePeople.strip(gone, plugin);

        List<RefundBatchItem> items = done(begin(Map.of(paid(SMALL), SMALL), gone));

        assertThat(items.get(0).refusal()).contains("denied_role");
    }

    @Test
    void aCrashBeforeTheResultWasWrittenDoublesNothing() throws SQLException {
        PaymentId one = paid(SMALL);
        PaymentId two = paid(SMALL);
        Map<PaymentId, Money> rows = new LinkedHashMap<>();
        rows.put(one, SMALL);
        rows.put(two, SMALL);
        String batch = begin(rows, approver);
        List<RefundBatchItem> before = done(batch);

        execute("update refund_batch set status = 'RUNNING' where id = '" + batch + "'");
        execute("update refund_batch_item set result_id = null where batch_id = '" + batch + "'");
        plugin.run(RefundSelection.NAME, batch);

        assertThat(done(batch))
                .extracting(item -> item.result().orElseThrow())
                .containsExactlyElementsOf(
                        before.stream().map(item -> item.result().orElseThrow()).toList());
        assertThat(refunds(one)).isEqualTo(1);
        assertThat(refunds(two)).isEqualTo(1);
    }

    @Test
    void sentTwiceItIsOneSelection() {
        RefundSelection.Selection selection = selection(Map.of(paid(SMALL), SMALL), approver);

        String first = plugin.get(RefundSelection.class).begin(selection);
        String second = plugin.get(RefundSelection.class).begin(selection);

        assertThat(second).isEqualTo(first);
        assertThat(done(first)).hasSize(1);
    }

    private String begin(Map<PaymentId, Money> rows, String by) {
        return plugin.get(RefundSelection.class).begin(selection(rows, by));
    }

    private RefundSelection.Selection selection(Map<PaymentId, Money> rows, String by) {
        return new RefundSelection.Selection(
                new AccountKey(plugin.guardedStore().id(), plugin.mode()),
                UUID.randomUUID().toString(),
                rows,
                "The kiln broke",
                by);
    }

    /** The job takes it by itself. */
    private List<RefundBatchItem> done(String batch) {
        eventually(() -> assertThat(plugin.transactions()
                        .call(() -> plugin.get(RefundBatches.class)
                                .find(batch)
                                .orElseThrow()
                                .isRunning()))
                .isFalse());
        return plugin.transactions().call(() -> plugin.get(RefundBatches.class).items(batch));
    }

    private PaymentId paid(Money amount) {
        return paid(amount, plugin.guardedStore());
    }

    private PaymentId paid(Money amount, Store store) {
        Order order = Order.in(plugin).at(store).over(amount).by("alipay_cn");
        PaymentId payment = order.pay();
        plugin.omise()
                .approveInWallet(Objects.requireNonNull(
                        order.view(payment).attempts().get(0).chargeId()));
        plugin.get(SyncPayment.class).sync(payment, "test", Duration.ofSeconds(5));
        return payment;
    }

    private String person(Role role) {
        return SomePeople.with(role, plugin.guardedStore().id(), plugin);
    }

    private int refunds(PaymentId payment) {
        return plugin.transactions()
                .call(() -> plugin.get(Refunds.class).of(payment).size());
    }

    private List<String> trail(PaymentId payment) {
        AuditFilter filter = new AuditFilter(
                Set.of(plugin.guardedStore().id()), false, "", "", payment.value(), Optional.empty(), Optional.empty());
        return plugin.transactions()
                .call(() -> plugin.get(AuditTrail.class).before(Long.MAX_VALUE, filter, 10).stream()
                        .map(AuditEntry::act)
                        .toList());
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = plugin.get(DataSource.class).getConnection();
                Statement running = connection.createStatement()) {
            running.execute(statement);
        }
    }
}
