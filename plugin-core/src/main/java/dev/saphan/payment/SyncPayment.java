/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.persistence.Transactions;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Reads at Omise all that may have changed of a payment: the attempt under way, and the charge that paid it. */
@Wired
public class SyncPayment {

    private final Payments payments;
    private final SyncAttempt syncAttempt;
    private final Transactions transactions;

    @Inject
    SyncPayment(Payments payments, SyncAttempt syncAttempt, Transactions transactions) {
        this.payments = payments;
        this.syncAttempt = syncAttempt;
        this.transactions = transactions;
    }

    /** Whether something may still change about the attempt, so that its charge is read. */
    public static boolean reads(Attempt attempt) {
        return attempt.status().isLive() || attempt.status() == AttemptStatus.SUCCESSFUL;
    }

    /** Whether Omise answered in time. */
    public boolean sync(PaymentId id, String actor, Duration patience) {
        List<KnownAttempt> known = transactions.call(() -> payments.find(id).stream()
                .flatMap(payment -> payment.attempts().stream())
                .filter(SyncPayment::reads)
                .map(syncAttempt::known)
                .toList());
        boolean first = known.isEmpty() || syncAttempt.sync(known.get(0), actor, patience);
        // what was known of the others is old by now
        return known.stream()
                .skip(1)
                .map(other -> syncAttempt.sync(other.attempt(), actor, patience))
                .reduce(first, Boolean::logicalAnd);
    }
}
