/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.persistence.Transactions;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.Optional;

/** Gives up the attempt under way and leaves the payment open for another one. Omise is asked, and may say it is paid. */
@Wired
public class CancelAttempt {

    private final Payments payments;
    private final ExpireAttempt expireAttempt;
    private final Transactions transactions;

    @Inject
    CancelAttempt(Payments payments, ExpireAttempt expireAttempt, Transactions transactions) {
        this.payments = payments;
        this.expireAttempt = expireAttempt;
        this.transactions = transactions;
    }

    /** Whether no attempt is under way now; if not, Omise has not answered yet. */
    public boolean cancel(PaymentId id, String actor) {
        Optional<AttemptId> live = transactions.call(
                () -> payments.find(id).flatMap(Payment::liveAttempt).map(Attempt::id));
        return live.map(attempt -> expireAttempt.expire(attempt, actor)).orElse(true);
    }
}
