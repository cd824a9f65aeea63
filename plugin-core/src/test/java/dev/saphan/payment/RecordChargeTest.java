/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeStatus;
import dev.saphan.history.History;
import dev.saphan.history.HistoryEntry;
import dev.saphan.money.Money;
import dev.saphan.settings.Mode;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.testing.Events;
import dev.saphan.testing.JobsInMemory;
import dev.saphan.testing.OneStore;
import dev.saphan.testing.Retold;
import dev.saphan.testing.RowsInMemory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What Omise says counts only for the amount, the currency and the mode that were asked for. */
class RecordChargeTest {

    private static final Money PRICE = Money.ofMinor(150_000, "THB");
    private static final Instant LATER = SomePayment.NOON.plusSeconds(60);
    private static final Clock CLOCK = Clock.fixed(LATER, ZoneOffset.UTC);

    private final RowsInMemory rows = new RowsInMemory();
    private final Payment payment = SomePayment.open(PRICE);
    private final Attempt attempt = payment.begin(SomePayment.METHOD, SomePayment.NOON);
    private final History history = new History(rows.entities(), CLOCK);
    private final List<String> messages = new ArrayList<>();
    private final List<Object> raised = new ArrayList<>();
    private final List<Object> recorded = new ArrayList<>();
    private final JobsInMemory jobs = new JobsInMemory();
    private final RaiseAttention attention = new RaiseAttention(
            new KeptMessages(messages), history, Events.into(raised), Events.into(new ArrayList<>()), CLOCK);
    private final RecordCharge recordCharge = new RecordCharge(
            new OneStore(),
            PaymentFakes.payments(rows, payment),
            new KeptMessages(messages),
            history,
            Events.into(recorded),
            Events.into(new ArrayList<>()),
            attention,
            new MoneyAtStake(attention, history),
            jobs,
            CLOCK);

    @Test
    void paysByASuccessOfWhatWasAsked() {
        record(told -> told);

        assertThat(payment.status()).isEqualTo(PaymentStatus.PAID);
        assertThat(payment.paidAt()).contains(SomePayment.NOON);
        assertThat(attempt.status()).isEqualTo(AttemptStatus.SUCCESSFUL);
        assertThat(messages).containsExactly(OrderMessage.PAID);
        assertThat(story()).containsExactly("webhook attempt.successful", "saphan payment.paid");
        assertThat(recorded)
                .singleElement()
                .isInstanceOfSatisfying(
                        ChargeRecorded.class,
                        told -> assertThat(told.isCurrent()).isFalse());
    }

    @Test
    void isPaidWhenItIsHeardOfWhereOmiseDoesNotTellTheTime() {
        record(told -> told.paidAt(Optional.empty()));

        assertThat(payment.paidAt()).contains(LATER);
    }

    @Test
    void raisesASuccessOfTheOtherMode() {
        record(told -> told.in(Mode.LIVE));

        assertOnlyRaised(Attention.MODE_MISMATCH, "asked THB 1500.00 test, charge chrg_1 says THB 1500.00 live");
    }

    @Test
    void raisesASuccessInAnotherCurrency() {
        record(told -> told.over(Money.ofMinor(150_000, "JPY")));

        assertOnlyRaised(Attention.CURRENCY_MISMATCH, "asked THB 1500.00 test, charge chrg_1 says JPY 150000 test");
    }

    @Test
    void raisesASuccessOfMoreOrLess() {
        record(told -> told.over(Money.ofMinor(150_001, "THB")));
        record(told -> told.over(Money.ofMinor(149_999, "THB")));

        assertOnlyRaised(Attention.AMOUNT_MISMATCH, "asked THB 1500.00 test, charge chrg_1 says THB 1500.01 test");
    }

    @Test
    void doesNothingTwice() {
        record(told -> told);
        record(told -> told);

        assertThat(messages).containsExactly(OrderMessage.PAID);
        assertThat(story()).hasSize(2);
        assertThat(raised).isEmpty();
        assertThat(recorded).as("refunds are compared each time").hasSize(2);
    }

    @Test
    void watchesASecondChargeOfOneAttempt() {
        record(told -> told);
        Charge second = Charges.charge("chrg_2", PRICE, ChargeStatus.PENDING);

        recordCharge.record(payment, attempt, second, "webhook");

        Attempt doubled = payment.attempts().get(1);
        assertThat(doubled.chargeId()).contains("chrg_2");
        assertThat(jobs.due(WatchAttempt.NAME, doubled.id().value())).contains(LATER);
        assertThat(story()).contains("omise attempt.doubled");
    }

    @Test
    void leavesThePaymentOpenForAnotherTryWhenAChargeFails() {
        record(told -> told.as(ChargeStatus.FAILED).failedWith(Optional.of("payment_rejected")));

        assertThat(payment.status()).isEqualTo(PaymentStatus.OPEN);
        assertThat(attempt.failureCode()).contains(FailureCode.REJECTED);
        assertThat(messages).containsExactly(OrderMessage.ATTEMPT_FAILED);
        assertThat(details()).containsExactly("any_wallet chrg_1 payment_rejected");
    }

    @Test
    void closesWhatNobodyWantsAnyMoreWhenItsChargeFails() {
        payment.closeWhenSettled(ClosedReason.CANCELLED, SomePayment.NOON);

        record(told -> told.as(ChargeStatus.EXPIRED));

        assertThat(payment.closedReason()).contains(ClosedReason.CANCELLED);
        assertThat(messages).containsExactly(OrderMessage.CLOSED);
        assertThat(story()).containsExactly("webhook attempt.expired", "saphan payment.closed");
    }

    @Test
    void tellsNobodyOfAFailureWhileAnotherChargeIsUnderWay() {
        record(told -> told.as(ChargeStatus.PENDING));
        payment.chargedAgain(attempt, "chrg_2", SomePayment.NOON);

        record(told -> told.as(ChargeStatus.FAILED));

        assertThat(attempt.status()).isEqualTo(AttemptStatus.FAILED);
        assertThat(messages).isEmpty();
    }

    @Test
    void tellsNobodyOfAFailureOfWhatIsOverAnyway() {
        record(told -> told.as(ChargeStatus.PENDING));
        payment.close(ClosedReason.EXPIRED, SomePayment.NOON);

        record(told -> told.as(ChargeStatus.FAILED));

        assertThat(messages).isEmpty();
    }

    @Test
    void tellsTheStorefrontNothingOfAChargeThatWaits() {
        record(told -> told.as(ChargeStatus.PENDING));

        assertThat(messages).isEmpty();
        assertThat(story()).containsExactly("webhook attempt.pending");
    }

    @Test
    void failsByAReversalOfWhatWasNeverHeardToSucceed() {
        record(told -> told.as(ChargeStatus.REVERSED));

        assertThat(messages).containsExactly(OrderMessage.ATTEMPT_FAILED);
    }

    @Test
    void closesNothingForAnAttemptThatIsTakenBackWhileAnotherIsLive() {
        recordCharge.takenBack(payment);
        assertThat(payment.status()).as("somebody still wants it").isEqualTo(PaymentStatus.OPEN);

        payment.closeWhenSettled(ClosedReason.CANCELLED, SomePayment.NOON);
        recordCharge.takenBack(payment);
        assertThat(payment.status()).as("an attempt is live").isEqualTo(PaymentStatus.OPEN);
        assertThat(messages).isEmpty();

        payment.takeBack(attempt, SomePayment.NOON);
        recordCharge.takenBack(payment);
        assertThat(payment.status()).isEqualTo(PaymentStatus.CLOSED);
    }

    @Test
    void tellsTheStorefrontOfAnAttemptThatNeverReachedOmise() {
        attempt.lost();
        attempt.neverArrived(LATER);

        recordCharge.settle(payment, attempt);

        assertThat(messages).containsExactly(OrderMessage.ATTEMPT_FAILED);
        assertThat(story()).containsExactly("omise attempt.failed");
        assertThat(details()).containsExactly("any_wallet");
    }

    private List<String> details() {
        return rows.all(HistoryEntry.class).stream()
                .map(entry -> String.valueOf(entry.detail()))
                .toList();
    }

    private void assertOnlyRaised(Attention kind, String detail) {
        assertThat(payment.status()).isEqualTo(PaymentStatus.OPEN);
        assertThat(attempt.status()).isEqualTo(AttemptStatus.CREATING);
        assertThat(attempt.chargeId()).isEmpty();
        assertThat(messages).containsExactly(OrderMessage.ATTENTION);
        assertThat(raised).containsExactly(new AttentionRaised(payment, kind, detail));
        assertThat(recorded).isEmpty();
    }

    private void record(UnaryOperator<Retold> change) {
        Charge charge = change.apply(Retold.of(Charges.charge("chrg_1", PRICE, ChargeStatus.SUCCESSFUL)))
                .charge();
        recordCharge.record(payment, attempt, charge, "webhook");
    }

    private List<String> story() {
        return rows.all(HistoryEntry.class).stream()
                .map(entry -> entry.actor() + " " + entry.kind())
                .toList();
    }
}
