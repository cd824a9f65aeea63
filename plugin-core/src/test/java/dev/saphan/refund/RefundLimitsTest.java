/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.history.History;
import dev.saphan.history.HistoryEntry;
import dev.saphan.idempotency.IdempotencyKey;
import dev.saphan.money.Money;
import dev.saphan.payment.Order;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.Payments;
import dev.saphan.payment.SyncPayment;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.refund.RefundDenied.Reason;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import dev.saphan.user.Role;
import dev.saphan.user.SomePeople;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What people may give back by themselves, and what takes a second one. */
@ParameterizedClass
@EnumSource(Database.class)
class RefundLimitsTest {

    private static final Money ALL = baht(150_000);
    private static final Money HALF = baht(75_000);

    @Parameter
    Database database;

    private TestPlugin plugin;
    private Order order;
    private PaymentId id;
    private String refunder;
    private String approver;

    @BeforeEach
    void payAnOrder() {
        plugin = TestPlugin.on(database);
        plugin.omise().faults().clear();
        awayFromMidnight();
        id = pay();
        refunder = person(Role.REFUNDER);
        approver = person(Role.APPROVER);
    }

    @AfterEach
    void now() {
        plugin.clock().reset();
    }

    @Test
    void aboveTheLimitItWaitsAndOmiseIsNotAsked() {
        ApprovalId approval = asksAbove();

        assertThat(approval(approval).isWaiting()).isTrue();
        assertThat(quote().remaining().isZero()).as("left while it waits").isTrue();
        assertThat(quote().reason()).contains(ErrorCode.NOT_REFUNDABLE);
        assertThat(refunds()).isEmpty();
        assertThat(refundsAtOmise()).isZero();
        assertThat(story()).contains("refund.waiting");
        assertThatThrownBy(() -> ask(refunder, id, HALF, ALL)).isInstanceOf(Problem.class);
    }

    @Test
    void partsOfOnePaymentCountTogether() {
        assertThat(ask(refunder, id, HALF, ALL)).isInstanceOf(Asked.Made.class);
        assertThat(ask(refunder, id, HALF, HALF)).isInstanceOf(Asked.Waits.class);
    }

    @Test
    void theStorefrontIsNotHeldUp() {
        assertThat(request(id, ALL, ALL, key(), RefundOrigin.API, "storefront")).isInstanceOf(Asked.Made.class);
    }

    @Test
    void oneKeyLeadsToOneRequest() {
        String key = key();

        Asked first = request(id, ALL, ALL, key, RefundOrigin.ADMIN, refunder);
        Asked second = request(id, ALL, ALL, key, RefundOrigin.ADMIN, refunder);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void anotherPersonApprovesAndItGoesBack() {
        ApprovalId approval = asksAbove();

        RefundId refund = decide().approve(approval, approver);

        assertThat(refunds()).singleElement().satisfies(made -> {
            assertThat(made.id()).isEqualTo(refund);
            assertThat(made.status()).isEqualTo(RefundStatus.SUCCEEDED);
            assertThat(made.requestedBy()).isEqualTo(refunder);
            assertThat(made.approvedBy()).contains(approver);
        });
        assertThat(refundsAtOmise()).isEqualTo(1);
        assertThat(approval(approval).refund()).contains(refund);
        assertThat(story()).contains("refund.waiting", "refund.approved", "refund.succeeded");
        denied(Reason.DECIDED, () -> decide().decline(approval, person(Role.ADMIN), "Too late"));
    }

    @Test
    void nobodyDecidesAboutTheirOwn() {
        for (Role role : List.of(Role.APPROVER, Role.ADMIN)) {
            PaymentId payment = pay();
            String asking = person(role);
            ApprovalId approval = ((Asked.Waits) ask(asking, payment, ALL, ALL)).approval();

            denied(Reason.ONESELF, () -> decide().approve(approval, asking));
            denied(Reason.ONESELF, () -> decide().decline(approval, asking, "On second thought"));
            assertThat(approval(approval).isWaiting()).isTrue();
        }
    }

    @Test
    void onlyApproversOfThatStoreDecide() {
        ApprovalId approval = asksAbove();
        String elsewhere = SomePeople.with(Role.ADMIN, TestPlugin.STORE, plugin);
        String formerly = person(Role.ADMIN);
        SomePeople.strip(formerly, plugin);

        for (String somebody : List.of(person(Role.REFUNDER), person(Role.VIEWER), elsewhere, formerly, "nobody")) {
            denied(Reason.ROLE, () -> decide().approve(approval, somebody));
            denied(Reason.ROLE, () -> decide().decline(approval, somebody, "No"));
        }
        assertThat(refundsAtOmise()).isZero();
    }

    @Test
    void whoIsNoRefunderInThatStoreAsksForNothing() {
        String elsewhere = SomePeople.with(Role.ADMIN, TestPlugin.STORE, plugin);

        for (String somebody : List.of(person(Role.VIEWER), person(Role.CASHIER), elsewhere, "nobody")) {
            denied(Reason.ROLE, () -> ask(somebody, id, HALF, ALL));
        }
    }

    @Test
    void declinedItsAmountIsFreeAgain() {
        ApprovalId approval = asksAbove();

        decide().decline(approval, approver, "The cup was whole");

        assertThat(approval(approval).decision()).contains("The cup was whole");
        assertThat(quote().remaining()).isEqualTo(ALL);
        denied(Reason.DECIDED, () -> decide().approve(approval, approver));
        assertThat(story()).contains("refund.declined");
    }

    @Test
    void onlyWhoAskedTakesItBack() {
        ApprovalId approval = asksAbove();

        denied(Reason.ANOTHER, () -> decide().withdraw(approval, approver));
        decide().withdraw(approval, refunder);

        assertThat(approval(approval).status()).isEqualTo(ApprovalStatus.WITHDRAWN);
        assertThat(quote().remaining()).isEqualTo(ALL);
    }

    @Test
    void aboutWhatNobodyDecidedExpires() {
        ApprovalId approval = asksAbove();
        plugin.run(ExpireApproval.NAME, approval.value());
        assertThat(approval(approval).isWaiting()).as("before its time").isTrue();

        plugin.clock().forward(EnterRefund.LONGEST_WAIT);
        denied(Reason.DECIDED, () -> decide().approve(approval, approver));
        plugin.run(ExpireApproval.NAME, approval.value());

        assertThat(approval(approval).status()).isEqualTo(ApprovalStatus.EXPIRED);
        assertThat(quote().remaining()).isEqualTo(ALL);
        assertThat(story()).contains("refund.expired");
    }

    @Test
    void whatWentBackAtOmiseMeanwhileCannotBeApproved() {
        ApprovalId approval = asksAbove();
        plugin.omise().refund(charge(id), 100_000);

        assertThatThrownBy(() -> decide().approve(approval, approver))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.AMOUNT_EXCEEDS_REMAINING));

        assertThat(quote().remaining().isZero()).isTrue();
        assertThat(refundsAtOmise()).isEqualTo(1);
        decide().decline(approval, approver, "Given back at Omise");
        assertThat(quote().remaining()).isEqualTo(baht(50_000));
    }

    @Test
    void aBudgetIsForADayAndForWhatMayStillGoBack() {
        ApprovalId approval = asksAbove();
        PaymentId other = pay();

        assertThatThrownBy(() -> ask(refunder, other, HALF, ALL)).isInstanceOfSatisfying(RefundDenied.class, denied -> {
            assertThat(denied.reason()).isEqualTo(Reason.BUDGET);
            assertThat(denied.left()).contains(baht(50_000));
            assertThat(denied.others()).containsExactly(Role.ADMIN, Role.APPROVER);
        });
        assertThat(ask(person(Role.REFUNDER), other, HALF, ALL))
                .as("of a colleague")
                .isInstanceOf(Asked.Made.class);
        decide().decline(approval, approver, "No");
        assertThat(ask(refunder, other, HALF, HALF)).isInstanceOf(Asked.Waits.class);

        PaymentId third = pay();
        denied(Reason.BUDGET, () -> ask(refunder, third, ALL, ALL));
        plugin.clock().forward(Duration.ofDays(1));
        assertThat(ask(refunder, third, ALL, ALL)).as("the day after").isInstanceOf(Asked.Waits.class);
    }

    @Test
    void whatWasApprovedStaysInTheBudgetOfWhoAsked() {
        decide().approve(asksAbove(), approver);

        denied(Reason.BUDGET, () -> ask(refunder, pay(), HALF, ALL));
    }

    /** So that no test begins on one day of the store and ends on the next. */
    private void awayFromMidnight() {
        ZonedDateTime now =
                plugin.clock().instant().atZone(plugin.guardedStore().timeZone());
        if (now.getHour() >= 22) {
            plugin.clock().forward(Duration.ofHours(4));
        }
    }

    private PaymentId pay() {
        order = Order.in(plugin).at(plugin.guardedStore()).by("alipay_cn");
        PaymentId payment = order.pay();
        plugin.omise().approveInWallet(charge(payment));
        plugin.get(SyncPayment.class).sync(payment, "test", Duration.ofSeconds(5));
        assertThat(order.view(payment).status()).isEqualTo("paid");
        return payment;
    }

    private String person(Role role) {
        return SomePeople.with(role, plugin.guardedStore().id(), plugin);
    }

    private DecideRefund decide() {
        return plugin.get(DecideRefund.class);
    }

    private ApprovalId asksAbove() {
        return ((Asked.Waits) ask(refunder, id, ALL, ALL)).approval();
    }

    private Asked ask(String person, PaymentId payment, Money amount, Money expected) {
        return request(payment, amount, expected, key(), RefundOrigin.ADMIN, person);
    }

    private Asked request(PaymentId payment, Money amount, Money expected, String key, RefundOrigin origin, String by) {
        return plugin.get(RequestRefund.class)
                .request(new RequestRefund.Request(
                        payment,
                        new IdempotencyKey(
                                plugin.guardedStore().id(), plugin.mode(), "refund " + payment, key, "" + amount),
                        amount,
                        expected,
                        "The cup was broken",
                        origin,
                        by));
    }

    private RefundQuote quote() {
        return plugin.transactions()
                .call(() -> plugin.get(QuoteRefund.class)
                        .quote(plugin.get(Payments.class).find(id).orElseThrow()));
    }

    private RefundApproval approval(ApprovalId approval) {
        return plugin.transactions()
                .call(() -> plugin.get(RefundApprovals.class).find(approval).orElseThrow());
    }

    private List<Refund> refunds() {
        return plugin.transactions().call(() -> plugin.get(Refunds.class).of(id));
    }

    private long refundsAtOmise() {
        String charge = charge(id);
        return plugin.omise().books().refunds().stream()
                .filter(refund -> String.valueOf(refund).contains(charge))
                .count();
    }

    private List<String> story() {
        return plugin.transactions()
                .call(() -> plugin.get(History.class).of(id.value()).stream()
                        .map(HistoryEntry::kind)
                        .toList());
    }

    private String charge(PaymentId payment) {
        return plugin.transactions()
                .call(() -> Objects.requireNonNull(plugin.get(Payments.class)
                        .find(payment)
                        .orElseThrow()
                        .attempts()
                        .get(0)
                        .chargeId()
                        .orElse(null)));
    }

    private static void denied(Reason reason, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        RefundDenied.class,
                        denied -> assertThat(denied.reason()).isEqualTo(reason));
    }

    private static Money baht(long satang) {
        return Money.ofMinor(satang, "THB");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
