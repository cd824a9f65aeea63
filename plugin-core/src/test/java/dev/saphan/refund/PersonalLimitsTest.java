/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.idempotency.IdempotencyKey;
import dev.saphan.money.Money;
import dev.saphan.payment.Payment;
import dev.saphan.payment.SomePayment;
import dev.saphan.refund.RefundDenied.Reason;
import dev.saphan.settings.Mode;
import dev.saphan.settings.RefundLimits;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.testing.OneStore;
import dev.saphan.testing.RowsInMemory;
import dev.saphan.user.Grant;
import dev.saphan.user.Role;
import dev.saphan.user.SomePeople;
import dev.saphan.user.User;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Above 1,000 baht a second person agrees; refunders have 2,000 a day and approvers 5,000. */
class PersonalLimitsTest {

    private static final StoreId SHOP = SomePayment.STORE;
    private static final StoreId OTHER = new StoreId("other");
    private static final RefundLimits LIMITS = new RefundLimits(
            Map.of("THB", baht(1_000)),
            Map.of("refunder", Map.of("THB", baht(2_000)), "approver", Map.of("THB", baht(5_000))));

    private final RowsInMemory rows = new RowsInMemory();
    private final Payment payment = SomePayment.paid(baht(10_000));
    private final List<Refund> given = new ArrayList<>();
    private final RefundsInMemory refunds = new RefundsInMemory(given);
    private final User refunder = SomePeople.keep(rows, "refunder", Grant.in(SHOP, Role.REFUNDER));
    private final User approver = SomePeople.keep(rows, "approver", Grant.in(SHOP, Role.APPROVER));
    private final User stranger = SomePeople.keep(rows, "stranger", Grant.in(OTHER, Role.ADMIN));
    private final User viewer = SomePeople.keep(rows, "viewer", Grant.everywhere(Role.VIEWER));
    private final PersonalLimits limits = limits();

    @Test
    void askASecondPersonAboveTheLimit() {
        assertThat(limits.needsApproval(payment, baht(1_000), "refunder")).isFalse();
        assertThat(limits.needsApproval(payment, baht(1_001), "refunder")).isTrue();
    }

    @Test
    void countThePartsOfOnePaymentTogether() {
        given(baht(600), "refunder").asked(SomePayment.NOON);

        assertThat(limits.needsApproval(payment, baht(400))).isFalse();
        assertThat(limits.needsApproval(payment, baht(401))).isTrue();
    }

    @Test
    void countNothingThatASecondPersonAgreedToOrThatFailedOrThatTheShopAskedFor() {
        Refund agreed = given(baht(900), "refunder");
        agreed.asked(SomePayment.NOON);
        agreed.approved("approver");
        Refund failed = given(baht(900), "refunder");
        failed.asked(SomePayment.NOON);
        failed.failed();
        given(baht(900), "storefront");

        assertThat(limits.needsApproval(payment, baht(1_000))).isFalse();
    }

    @Test
    void areForThoseWithARoleInThatStore() {
        for (String person : List.of("stranger", "viewer", "nobody")) {
            denied(() -> limits.needsApproval(payment, baht(1), person), Reason.ROLE);
            assertThat(limits.left(payment, person)).isEmpty();
        }
        SomePeople.disable(refunder);
        denied(() -> limits.needsApproval(payment, baht(1), "refunder"), Reason.ROLE);
    }

    @Test
    void leaveOfABudgetWhatWasNotAskedForToday() {
        given(baht(500), "refunder");
        given(baht(700), "approver");

        assertThat(limits(waiting(baht(300), "refunder"), waiting(baht(90), "approver"))
                        .left(payment, "refunder"))
                .contains(baht(1_200));
        assertThat(refunds.since()).as("midnight in Bangkok").isEqualTo(Instant.parse("2026-03-01T17:00:00Z"));
    }

    @Test
    void leaveNothingRatherThanLess() {
        given(baht(5_500), "refunder");

        assertThat(limits.left(payment, "refunder")).contains(baht(0));
        denied(() -> limits.needsApproval(payment, baht(1), "refunder"), Reason.BUDGET);
    }

    @Test
    void tellWhoCouldGiveBackMoreThanABudgetHasLeft() {
        assertThatThrownBy(() -> limits.needsApproval(payment, baht(2_001), "refunder"))
                .isInstanceOfSatisfying(RefundDenied.class, denied -> {
                    assertThat(denied.reason()).isEqualTo(Reason.BUDGET);
                    assertThat(denied.left()).contains(baht(2_000));
                    assertThat(denied.others()).containsExactly(Role.ADMIN, Role.APPROVER);
                });
        assertThatThrownBy(() -> limits.needsApproval(payment, baht(5_001), "refunder"))
                .isInstanceOfSatisfying(
                        RefundDenied.class,
                        denied -> assertThat(denied.others()).containsExactly(Role.ADMIN));
        assertThat(limits.needsApproval(payment, baht(2_000), "refunder")).isTrue();
    }

    @Test
    void tellOfNobodyWithTheSameRole() {
        given(baht(1_500), "refunder");

        assertThatThrownBy(() -> limits.needsApproval(payment, baht(1_000), "refunder"))
                .isInstanceOfSatisfying(RefundDenied.class, denied -> {
                    assertThat(denied.left()).contains(baht(500));
                    assertThat(denied.others()).containsExactly(Role.ADMIN, Role.APPROVER);
                });
    }

    @Test
    void countAPersonAsTheHighestOfTheirRoles() {
        SomePeople.keep(rows, "both", Grant.in(SHOP, Role.REFUNDER), Grant.in(SHOP, Role.APPROVER));
        SomePeople.keep(rows, "admin", Grant.in(SHOP, Role.ADMIN));

        assertThat(limits.left(payment, "both")).contains(baht(5_000));
        assertThat(limits.left(payment, "admin")).as("no end").isEmpty();
        assertThat(limits.needsApproval(payment, baht(9_000), "admin")).isTrue();
    }

    @Test
    void letOnlyApproversOfThatStoreDecide() {
        assertThatCode(() -> limits.requireApprover(SHOP, "approver")).doesNotThrowAnyException();
        for (String person : List.of("refunder", "stranger", "nobody")) {
            denied(() -> limits.requireApprover(SHOP, person), Reason.ROLE);
        }
        SomePeople.disable(approver);
        denied(() -> limits.requireApprover(SHOP, "approver"), Reason.ROLE);
    }

    @Test
    void knowWhetherAnybodyElseCouldApprove() {
        assertThat(limits.hasApprover(SHOP, "refunder")).isTrue();
        assertThat(limits.hasApprover(SHOP, "approver"))
                .as("nobody approves their own")
                .isFalse();
        assertThat(limits.hasApprover(OTHER, "approver")).isTrue();
        SomePeople.disable(approver);
        assertThat(limits.hasApprover(SHOP, "refunder")).isFalse();
        SomePeople.disable(stranger);
        assertThat(limits.hasApprover(OTHER, viewer.name())).isFalse();
    }

    private static void denied(ThrowingCallable act, Reason reason) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RefundDenied.class,
                        denied -> assertThat(denied.reason()).isEqualTo(reason));
    }

    private Refund given(Money amount, String by) {
        Refund refund = new Refund(
                RefundId.next(),
                payment,
                payment.paidAttempt().orElseThrow().id(),
                amount,
                "broken",
                RefundOrigin.ADMIN,
                by,
                null,
                SomePayment.NOON);
        given.add(refund);
        return refund;
    }

    private RefundApproval waiting(Money amount, String by) {
        IdempotencyKey key = new IdempotencyKey(SHOP, Mode.TEST, "refund", "k-" + by, "");
        return new RefundApproval(
                new RequestRefund.Request(payment.id(), key, amount, amount, "broken", RefundOrigin.ADMIN, by),
                payment,
                payment.paidAttempt().orElseThrow().id(),
                SomePayment.NOON,
                SomePayment.NOON.plusSeconds(60));
    }

    private PersonalLimits limits(RefundApproval... waiting) {
        return new PersonalLimits(
                SomePeople.in(rows),
                refunds,
                new ApprovalsInMemory(waiting),
                new OneStore(limited(new OneStore().store())),
                Clock.fixed(SomePayment.NOON, ZoneOffset.UTC));
    }

    private static Store limited(Store store) {
        return new Store(
                store.id(),
                store.name(),
                store.country(),
                store.timeZone(),
                store.accounts(),
                store.apiKeyHashes(),
                store.orderPort(),
                store.orderPortInProcess(),
                store.returnOrigins(),
                store.methods(),
                store.latePaymentPolicy(),
                store.duplicatePaymentPolicy(),
                store.webhookSignatureRequired(),
                store.paymentLife(),
                store.alerts(),
                LIMITS);
    }

    private static Money baht(long whole) {
        return Money.ofMinor(whole * 100, "THB");
    }
}
