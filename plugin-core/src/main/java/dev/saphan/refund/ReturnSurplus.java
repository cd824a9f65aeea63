/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.history.History;
import dev.saphan.job.Jobs;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.AttemptId;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.Payments;
import dev.saphan.payment.SurplusPayment;
import dev.saphan.persistence.Transactions;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * Gives back in full a charge that succeeded and pays for nothing: by the store's policy, or because a person says so.
 * It is entered once for a charge, under the payment's lock, and sent by {@link WatchRefund}.
 */
@Wired
public class ReturnSurplus {

    private final Payments payments;
    private final Refunds refunds;
    private final Jobs jobs;
    private final History history;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    ReturnSurplus(
            Payments payments, Refunds refunds, Jobs jobs, History history, Transactions transactions, Clock clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.jobs = jobs;
        this.history = history;
        this.transactions = transactions;
        this.clock = clock;
    }

    void byPolicy(@Observes SurplusPayment surplus) {
        enter(surplus.payment(), surplus.attempt(), surplus.reason(), "saphan");
    }

    /** The refund that gives the charge back; empty if it pays for the order, or has gone back already. */
    public Optional<RefundId> request(PaymentId id, AttemptId attempt, String reason, String by) {
        return transactions.call(() -> {
            Payment payment = payments.lock(id);
            return payments.findAttempt(attempt)
                    .filter(found -> found.payment().id().equals(id))
                    .flatMap(found -> enter(payment, found, reason, by));
        });
    }

    /** Whether it can be asked for. Call it inside a transaction. */
    public boolean isPossible(Payment payment, Attempt attempt) {
        boolean paysForIt = payment.paidAttempt().map(Attempt::id).equals(Optional.of(attempt.id()));
        return attempt.hasItsMoney()
                && !paysForIt
                && refunds.of(payment.id()).stream()
                        .noneMatch(refund -> refund.isFor(attempt.id()) && refund.isTaken());
    }

    private Optional<RefundId> enter(Payment payment, Attempt attempt, String reason, String by) {
        if (!isPossible(payment, attempt)) {
            return Optional.empty();
        }
        Refund refund = new Refund(
                RefundId.next(),
                payment,
                attempt.id(),
                payment.amount(),
                reason,
                RefundOrigin.ADMIN,
                by,
                null,
                clock.instant());
        refunds.add(refund);
        history.write(payment.id().value(), by, "refund.requested", refund.amount() + " " + reason);
        jobs.enter(WatchRefund.NAME, refund.id().value(), clock.instant());
        return Optional.of(refund.id());
    }
}
