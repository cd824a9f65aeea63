/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.audit.AuditEntry;
import dev.saphan.job.Job.Next;
import dev.saphan.money.Money;
import dev.saphan.payment.Checkout;
import dev.saphan.payment.PaymentId;
import dev.saphan.refund.Asked;
import dev.saphan.refund.RefundDesk;
import dev.saphan.settings.AccountKey;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.Mode;
import dev.saphan.settings.RefundLimits;
import dev.saphan.settings.StoreId;
import dev.saphan.testing.InMemoryOmise.Fault;
import dev.saphan.testing.PluginInMemory;
import dev.saphan.testing.SomeStore;
import dev.saphan.user.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link RefundSelection} without a database. */
class RefundOneByOneTest {

    private static final Money SMALL = Money.ofMinor(75_000, "THB");
    private static final Money LARGE = Money.ofMinor(150_000, "THB");

    private final RefundDesk desk = new RefundDesk(SomeStore.set()
            .refunds(new RefundLimits(
                    Map.of("THB", Money.ofMinor(100_000, "THB")),
                    Map.of("refunder", Map.of("THB", Money.ofMinor(100_000, "THB")))))
            .store());
    private final PluginInMemory plugin =
            desk.plugin().with(new RefundBatchesInMemory(desk.plugin().rows()));
    private final AccountKey account = new AccountKey(plugin.store().id(), plugin.mode());
    private final RefundSelection job = plugin.get(RefundSelection.class);
    private final String approver = desk.person(Role.APPROVER);

    RefundOneByOneTest() {
        plugin.rows().insert("dev.saphan.audit.AuditHead", Map.of("id", 1, "number", 0L, "seal", ""));
    }

    @Test
    void tellsWhatCameOfEach() {
        PaymentId small = paid(SMALL);
        PaymentId large = paid(LARGE);
        PaymentId changed = paid(SMALL);
        Map<PaymentId, Money> rows = new LinkedHashMap<>();
        rows.put(small, SMALL);
        rows.put(new PaymentId("pay_of_another_store"), SMALL);
        rows.put(large, LARGE);
        rows.put(changed, LARGE);

        String batch = begin(rows, approver);
        assertThat(plugin.jobs().due(RefundSelection.NAME, batch)).contains(plugin.now());
        assertThat(job.run(batch)).isEqualTo(Next.DONE);

        List<RefundBatchItem> items = items(batch);
        assertThat(items).extracting(RefundBatchItem::payment).containsExactly(small, large, changed);
        assertThat(items).extracting(RefundBatchItem::position).containsExactly(0, 1, 2);
        assertThat(items.get(0).result().orElseThrow()).isInstanceOf(Asked.Made.class);
        assertThat(items.get(0).refusal()).isEmpty();
        assertThat(items.get(1).result().orElseThrow()).isInstanceOf(Asked.Waits.class);
        assertThat(items.get(2).result()).isEmpty();
        assertThat(items.get(2).refusal()).contains("remaining_changed");
        assertThat(items).allMatch(RefundBatchItem::isDone);
        assertThat(desk.refunds()).hasSize(1);
    }

    @Test
    void isWrittenIntoTheTrail() {
        PaymentId payment = paid(SMALL);
        String batch = run(Map.of(payment, SMALL), approver);
        String result = items(batch).get(0).result().orElseThrow().id();

        assertThat(plugin.rows().all(AuditEntry.class)).singleElement().satisfies(entry -> {
            assertThat(entry.act()).isEqualTo("refund.request");
            assertThat(entry.subject()).isEqualTo(payment.value());
            assertThat(entry.detail()).isEqualTo("THB 750.00, The kiln broke, of a selection: " + result);
        });
    }

    @Test
    void holdsEachToTheBudgetOfWhoAsks() {
        String refunder = desk.person(Role.REFUNDER);
        Map<PaymentId, Money> rows = new LinkedHashMap<>();
        rows.put(paid(SMALL), SMALL);
        rows.put(paid(SMALL), SMALL);

        List<RefundBatchItem> items = items(run(rows, refunder));

        assertThat(items.get(0).result()).isPresent();
        assertThat(items.get(1).refusal()).contains("denied_budget");
    }

    @Test
    void refundsNothingForWhoHasNoRoleForIt() {
        List<RefundBatchItem> items = items(run(Map.of(paid(SMALL), SMALL), "nobody"));

        assertThat(items.get(0).refusal()).contains("denied_role");
        assertThat(desk.refunds()).isEmpty();
    }

    @Test
    void isTriedAgainLaterWhileOmiseCannotBeReached() {
        String batch = begin(Map.of(paid(SMALL), SMALL), approver);
        plugin.omise().failNext("refund", Fault.NOT_SENT);

        assertThat(job.run(batch)).isEqualTo(Next.at(plugin.now().plusSeconds(30)));
        assertThat(items(batch)).noneMatch(RefundBatchItem::isDone);

        assertThat(job.run(batch)).isEqualTo(Next.DONE);
        assertThat(items(batch)).allMatch(item -> item.result().isPresent());
    }

    @Test
    void isTriedAgainShortlyWhileAnotherRunAsksForTheSame() {
        String batch = begin(Map.of(paid(SMALL), SMALL), approver);
        List<Next> others = new ArrayList<>();
        plugin.meanwhile(what -> {
            if (what.equals("ask to refund")) {
                plugin.meanwhile(ignored -> {});
                others.add(job.run(batch));
            }
        });

        assertThat(job.run(batch)).isEqualTo(Next.DONE);

        assertThat(others).containsExactly(Next.at(plugin.now().plusSeconds(5)));
        assertThat(desk.refunds()).hasSize(1);
    }

    @Test
    void letsOthersHaveATurnAfterTen() {
        Map<PaymentId, Money> rows = new LinkedHashMap<>();
        IntStream.range(0, 11).forEach(number -> rows.put(paid(SMALL), SMALL));
        String batch = begin(rows, approver);

        assertThat(job.run(batch)).isEqualTo(Next.at(plugin.now()));
        assertThat(items(batch).stream().filter(RefundBatchItem::isDone)).hasSize(10);
        assertThat(batch(batch).isRunning()).isTrue();

        assertThat(job.run(batch)).isEqualTo(Next.DONE);
        assertThat(desk.refunds()).hasSize(11);
    }

    @Test
    void isOverOnceEachIsDone() {
        String batch = run(Map.of(paid(SMALL), SMALL), approver);

        assertThat(batch(batch)).satisfies(over -> {
            assertThat(over.isRunning()).isFalse();
            assertThat(over.id()).isEqualTo(batch);
            assertThat(over.account()).isEqualTo(account);
            assertThat(over.reason()).isEqualTo("The kiln broke");
            assertThat(over.askedBy()).isEqualTo(approver);
            assertThat(over.createdAt()).isEqualTo(plugin.now());
        });
        assertThat(job.run(batch)).isEqualTo(Next.DONE);
        assertThat(job.run("rba_nobodys")).isEqualTo(Next.DONE);
        assertThat(job.name()).isEqualTo("refund-selection");
    }

    @Test
    void isOneForAFormThatIsSentTwice() {
        Map<PaymentId, Money> rows = Map.of(paid(SMALL), SMALL);
        String first = begin(rows, approver);

        assertThat(begin(rows, approver)).isEqualTo(first);
        assertThat(items(first)).hasSize(1);
        assertThat(begin(rows, "somebody else")).isNotEqualTo(first);
    }

    @Test
    void holdsOnePaymentAtLeastAndTwoHundredAtMost() {
        assertThatThrownBy(() -> selection(Map.of(), approver)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> selection(payments(201), approver)).isInstanceOf(IllegalArgumentException.class);
        assertThat(selection(payments(200), approver).rows()).hasSize(200);
    }

    @Test
    void takesNoPaymentOfAnotherModeOrStore() {
        PaymentId payment = paid(SMALL);
        for (AccountKey other : List.of(
                new AccountKey(plugin.store().id(), Mode.LIVE), new AccountKey(new StoreId("other"), Mode.TEST))) {
            String batch = job.begin(
                    new RefundSelection.Selection(other, "form-1", Map.of(payment, SMALL), "The kiln broke", approver));
            assertThat(items(batch)).isEmpty();
        }
    }

    @Test
    void isKeptAsLongAsWhatTheStorefrontWasTold() {
        Deployment deployment = plugin.get(Deployment.class);
        Duration kept = deployment.retention().orderCommands();

        assertThat(new RefundBatchRetention().batches(deployment)).satisfies(perishable -> {
            assertThat(perishable.entity()).isEqualTo(RefundBatch.class);
            assertThat(perishable.kept()).isEqualTo(kept);
        });
        assertThat(new RefundBatchRetention().items(deployment)).satisfies(perishable -> {
            assertThat(perishable.entity()).isEqualTo(RefundBatchItem.class);
            assertThat(perishable.kept()).isEqualTo(kept);
        });
    }

    private static Map<PaymentId, Money> payments(int count) {
        Map<PaymentId, Money> rows = new LinkedHashMap<>();
        IntStream.range(0, count).forEach(number -> rows.put(new PaymentId("pay_" + number), SMALL));
        return rows;
    }

    private String run(Map<PaymentId, Money> rows, String by) {
        String batch = begin(rows, by);
        job.run(batch);
        return batch;
    }

    private String begin(Map<PaymentId, Money> rows, String by) {
        return job.begin(selection(rows, by));
    }

    private RefundSelection.Selection selection(Map<PaymentId, Money> rows, String by) {
        return new RefundSelection.Selection(account, "form-1", rows, "The kiln broke", by);
    }

    private PaymentId paid(Money amount) {
        Checkout checkout = desk.paid(amount);
        return checkout.id();
    }

    private List<RefundBatchItem> items(String batch) {
        return plugin.get(RefundBatches.class).items(batch);
    }

    private RefundBatch batch(String id) {
        return plugin.get(RefundBatches.class).find(id).orElseThrow();
    }
}
