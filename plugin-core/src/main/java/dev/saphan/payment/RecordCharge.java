/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.gateway.Charge;
import dev.saphan.history.History;
import dev.saphan.job.Jobs;
import dev.saphan.settings.DuplicatePaymentPolicy;
import dev.saphan.settings.LatePaymentPolicy;
import dev.saphan.settings.Stores;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes over what Omise says about a charge: the only way by which an attempt succeeds, fails or expires.
 *
 * <ol>
 *   <li>Compares amount, currency and mode with what was asked. A difference is raised and nothing else happens.
 *   <li>An attempt has one charge. Another one that names it too, made twice or copied by somebody, becomes an attempt of
 *       its own, which is watched, pays, is raised and goes back like any other.
 *   <li>Moves the attempt along the table of {@link AttemptStatus}. No step, no effect: doing this twice is harmless.
 *   <li>A first success pays the payment; a success of a paid payment is a duplicate; one of a closed payment follows
 *       the store's policy for late payments. A failure leaves the payment open for another try.
 *   <li>A success that Omise takes back or that is disputed is raised with the money ({@link MoneyAtStake}).
 *   <li>Tells the storefront through the outbox, writes the story, and lets the refunds be compared too.
 * </ol>
 *
 * Call it inside a transaction with the payment locked.
 */
@Wired
class RecordCharge {

    private final Stores stores;
    private final Payments payments;
    private final PaymentMessages messages;
    private final History history;
    private final Event<ChargeRecorded> recorded;
    private final Event<SurplusPayment> surplus;
    private final RaiseAttention attention;
    private final MoneyAtStake moneyAtStake;
    private final Jobs jobs;
    private final Clock clock;

    @Inject
    RecordCharge(
            Stores stores,
            Payments payments,
            PaymentMessages messages,
            History history,
            Event<ChargeRecorded> recorded,
            Event<SurplusPayment> surplus,
            RaiseAttention attention,
            MoneyAtStake moneyAtStake,
            Jobs jobs,
            Clock clock) {
        this.stores = stores;
        this.payments = payments;
        this.messages = messages;
        this.history = history;
        this.recorded = recorded;
        this.surplus = surplus;
        this.attention = attention;
        this.moneyAtStake = moneyAtStake;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * For the answer to a call that changed the charge.
     *
     * @param actor through whom Omise's word came, for the story
     */
    void record(Payment payment, Attempt attempt, Charge charge, String actor) {
        record(payment, attempt, charge, actor, false);
    }

    /**
     * @param asked the attempt that the charge names
     * @param isCurrent as in {@link ChargeRecorded}
     */
    void record(Payment payment, Attempt asked, Charge charge, String actor, boolean isCurrent) {
        Optional<Attention> difference = difference(payment, charge);
        if (difference.isPresent()) {
            attention.raise(
                    payment,
                    difference.get(),
                    "asked " + payment.amount() + " " + payment.mode().code() + ", charge " + charge.id() + " says "
                            + charge.amount() + " " + charge.mode().code());
            return;
        }
        Attempt attempt = payment.attemptOf(charge, asked).orElseGet(() -> doubled(payment, asked, charge));
        boolean wasSettled = !attempt.status().isLive();
        boolean wasSuccessful = attempt.status() == AttemptStatus.SUCCESSFUL;
        if (attempt.follow(charge, isCurrent, clock.instant())) {
            payment.touched(clock.instant());
            write(payment, actor, "attempt." + attempt.status().publicCode(), describe(attempt));
            if (wasSuccessful) {
                moneyAtStake.takenBack(payment, attempt);
            } else {
                apply(payment, attempt, charge);
            }
        }
        moneyAtStake.followDispute(payment, attempt, charge, isCurrent);
        recorded.fire(new ChargeRecorded(payment, attempt, charge, isCurrent, wasSettled));
    }

    private Attempt doubled(Payment payment, Attempt asked, Charge charge) {
        Attempt attempt = payment.chargedAgain(asked, charge.id(), clock.instant());
        write(payment, "omise", "attempt.doubled", describe(attempt));
        jobs.enter(WatchAttempt.NAME, attempt.id().value(), clock.instant());
        return attempt;
    }

    /** Omise refused to make the charge, or has none. */
    void settle(Payment payment, Attempt attempt) {
        write(payment, "omise", "attempt." + attempt.status().publicCode(), describe(attempt));
        failed(payment);
    }

    private void apply(Payment payment, Attempt attempt, Charge charge) {
        switch (attempt.status()) {
            case SUCCESSFUL -> succeeded(payment, attempt, charge);
            case FAILED, EXPIRED, REVERSED -> failed(payment);
            default -> {}
        }
    }

    private void succeeded(Payment payment, Attempt attempt, Charge charge) {
        Instant paidAt = charge.paidAt().orElse(clock.instant());
        switch (payment.status()) {
            case OPEN -> {
                payment.paidBy(attempt, paidAt, clock.instant());
                write(payment, "saphan", "payment.paid", payment.amount() + " by " + attempt.method());
                messages.tell(payment, OrderMessage.PAID);
            }
            case PAID -> again(payment, attempt);
            case CLOSED -> late(payment, attempt, paidAt);
        }
    }

    private void again(Payment payment, Attempt attempt) {
        if (payment.isPaidBy(attempt)) {
            moneyAtStake.cameBack(payment);
        } else {
            duplicate(payment, attempt, "charge " + attempt.chargeId().orElse("") + " paid it again");
        }
    }

    private void duplicate(Payment payment, Attempt attempt, String detail) {
        attention.raise(payment, Attention.DUPLICATE_PAYMENT, detail);
        if (stores.get(payment.store()).duplicatePaymentPolicy() == DuplicatePaymentPolicy.REFUND) {
            surplus.fire(new SurplusPayment(payment, attempt, "Paid twice"));
        }
    }

    private void late(Payment payment, Attempt attempt, Instant paidAt) {
        LatePaymentPolicy policy = stores.get(payment.store()).latePaymentPolicy();
        if (payments.hasAnotherActive(payment)) {
            duplicate(
                    payment,
                    attempt,
                    "charge " + attempt.chargeId().orElse("") + " came late, and the order has another payment");
            return;
        }
        if (policy == LatePaymentPolicy.REFUND) {
            attention.raise(payment, Attention.LATE_PAYMENT, "paid after it was closed; the money goes back");
            surplus.fire(new SurplusPayment(payment, attempt, "Paid after it was closed"));
            return;
        }
        payment.paidBy(attempt, paidAt, clock.instant());
        write(payment, "saphan", "payment.paid", "after it was closed");
        messages.tell(payment, OrderMessage.PAID);
        if (policy == LatePaymentPolicy.ACCEPT_AND_FLAG) {
            attention.raise(payment, Attention.LATE_PAYMENT, "paid after it was closed");
        }
    }

    private void failed(Payment payment) {
        if (payment.status() != PaymentStatus.OPEN || payment.liveAttempt().isPresent()) {
            return;
        }
        if (payment.closeWhenSettled().isPresent()) {
            close(payment, payment.closeWhenSettled().get(), "saphan");
        } else {
            messages.tell(payment, OrderMessage.ATTEMPT_FAILED);
        }
    }

    /** The attempt under way was taken back. */
    void takenBack(Payment payment) {
        if (payment.isClosing() && payment.liveAttempt().isEmpty()) {
            failed(payment);
        }
    }

    /** No further attempt; the storefront releases the stock. */
    void close(Payment payment, ClosedReason reason, String actor) {
        payment.close(reason, clock.instant());
        write(payment, actor, "payment.closed", reason.code());
        messages.tell(payment, OrderMessage.CLOSED);
    }

    private void write(Payment payment, String actor, String kind, String detail) {
        history.write(payment.id().value(), actor, kind, detail);
    }

    private static String describe(Attempt attempt) {
        return attempt.method()
                + attempt.chargeId().map(id -> " " + id).orElse("")
                + attempt.gatewayCode().map(code -> " " + code).orElse("");
    }

    private static Optional<Attention> difference(Payment payment, Charge charge) {
        if (charge.mode() != payment.mode()) {
            return Optional.of(Attention.MODE_MISMATCH);
        }
        if (!charge.amount().currency().equals(payment.amount().currency())) {
            return Optional.of(Attention.CURRENCY_MISMATCH);
        }
        return charge.amount().equals(payment.amount()) ? Optional.empty() : Optional.of(Attention.AMOUNT_MISMATCH);
    }
}
