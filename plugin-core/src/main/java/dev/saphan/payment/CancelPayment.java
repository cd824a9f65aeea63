/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.persistence.Transactions;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/**
 * Ends the wish to pay. Omise is asked first: an attempt under way is expired there, and if it turns out paid, the
 * payment is paid and not cancelled. While Omise does not answer the payment stays open, marked to be closed as soon as
 * the attempt is known to have failed.
 */
@Wired
public class CancelPayment {

    private final Payments payments;
    private final ExpireAttempt expireAttempt;
    private final RecordCharge recordCharge;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    CancelPayment(
            Payments payments,
            ExpireAttempt expireAttempt,
            RecordCharge recordCharge,
            Transactions transactions,
            Clock clock) {
        this.payments = payments;
        this.expireAttempt = expireAttempt;
        this.recordCharge = recordCharge;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether the payment is settled now (closed or paid); if not, Omise has not answered yet. */
    public boolean cancel(PaymentId id, ClosedReason reason, String actor) {
        List<AttemptId> live = transactions.call(() -> prepare(id, reason, actor));
        live.forEach(attempt -> expireAttempt.expire(attempt, actor));
        return transactions.call(() -> payments.find(id)
                .map(payment -> payment.status() != PaymentStatus.OPEN)
                .orElse(true));
    }

    /** Closed at once, or marked: from here on no new attempt keeps it open. */
    private List<AttemptId> prepare(PaymentId id, ClosedReason reason, String actor) {
        Payment payment = payments.lock(id);
        if (payment.status() != PaymentStatus.OPEN) {
            return List.of();
        }
        List<Attempt> live = payment.liveAttempts();
        if (live.isEmpty()) {
            recordCharge.close(payment, reason, actor);
        } else {
            payment.closeWhenSettled(reason, clock.instant());
        }
        return live.stream().map(Attempt::id).toList();
    }
}
