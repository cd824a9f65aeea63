/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Charge;
import dev.saphan.gateway.Gateway;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.settings.Stores;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Ends a pending attempt by expiring its charge at Omise. The shopper may pay at that very moment, so what counts is
 * the charge that Omise answers, and if it refuses, the charge as it is read then. Nothing is expired by ourselves.
 */
@Wired
class ExpireAttempt {

    private final Payments payments;
    private final RecordCharge recordCharge;
    private final SyncAttempt syncAttempt;
    private final Gateway gateway;
    private final Stores stores;
    private final Transactions transactions;

    @Inject
    ExpireAttempt(
            Payments payments,
            RecordCharge recordCharge,
            SyncAttempt syncAttempt,
            Gateway gateway,
            Stores stores,
            Transactions transactions) {
        this.payments = payments;
        this.recordCharge = recordCharge;
        this.syncAttempt = syncAttempt;
        this.gateway = gateway;
        this.stores = stores;
        this.transactions = transactions;
    }

    /** Whether the attempt is settled now, one way or the other. */
    boolean expire(AttemptId id, String actor) {
        Optional<Pending> pending =
                transactions.call(() -> payments.findAttempt(id).flatMap(this::pending));
        if (pending.isEmpty()) {
            syncAttempt.sync(id, actor);
        } else {
            Answer<Charge> answer =
                    gateway.expireCharge(pending.get().account(), pending.get().chargeId());
            if (answer instanceof Answer.Ok<Charge> ok) {
                transactions.runAfterwards(() -> record(pending.get(), id, ok.value(), actor));
            } else {
                syncAttempt.sync(id, actor);
            }
        }
        return transactions.call(() -> payments.findAttempt(id)
                .map(attempt -> !attempt.status().isLive())
                .orElse(true));
    }

    private void record(Pending pending, AttemptId id, Charge charge, String actor) {
        Payment payment = payments.lock(pending.payment());
        recordCharge.record(payment, payments.findAttempt(id).orElseThrow(), charge, actor);
    }

    private Optional<Pending> pending(Attempt attempt) {
        if (attempt.status() != AttemptStatus.PENDING) {
            return Optional.empty();
        }
        Payment payment = attempt.payment();
        return attempt.chargeId()
                .map(charge ->
                        new Pending(payment.id(), stores.get(payment.store()).account(payment.mode()), charge));
    }

    private record Pending(PaymentId payment, OmiseAccount account, String chargeId) {}
}
