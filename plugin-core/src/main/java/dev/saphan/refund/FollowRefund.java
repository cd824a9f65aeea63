/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.payment.AttemptId;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.Payments;
import dev.saphan.payment.SyncAttempt;
import dev.saphan.persistence.Transactions;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Brings a refund that is not settled forward. One that was not sent yet is sent. One whose answer was lost is looked
 * for on the charge; when Omise surely has none and enough time has passed, it failed, and a person is told: it is not
 * sent again.
 */
@Wired
public class FollowRefund {

    private static final Duration LONGEST_APPEARANCE = Duration.ofMinutes(3);

    private final Refunds refunds;
    private final Payments payments;
    private final RefundEffects effects;
    private final SendRefund sendRefund;
    private final SyncAttempt syncAttempt;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    FollowRefund(
            Refunds refunds,
            Payments payments,
            RefundEffects effects,
            SendRefund sendRefund,
            SyncAttempt syncAttempt,
            Transactions transactions,
            Clock clock) {
        this.refunds = refunds;
        this.payments = payments;
        this.effects = effects;
        this.sendRefund = sendRefund;
        this.syncAttempt = syncAttempt;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether Omise answered; one that is settled is left alone. */
    public boolean follow(RefundId id, String actor) {
        Optional<Open> open = open(id);
        if (open.isEmpty()) {
            return true;
        }
        if (!open.get().sent()) {
            return sendRefund.send(id);
        }
        SyncAttempt.Told told = syncAttempt.follow(open.get().attempt(), actor);
        if (told == SyncAttempt.Told.ALL) {
            transactions.run(() -> writeOff(id, open.get(), actor));
        }
        return told != SyncAttempt.Told.NOTHING;
    }

    private void writeOff(RefundId id, Open seen, String actor) {
        if (seen.createdAt().plus(LONGEST_APPEARANCE).isAfter(clock.instant())) {
            return;
        }
        var payment = payments.lock(seen.payment());
        refunds.find(id)
                .filter(refund -> refund.status() == RefundStatus.PENDING
                        && refund.gatewayRefundId().isEmpty())
                .ifPresent(refund -> {
                    refund.failed();
                    effects.changed(payment, refund, actor);
                });
    }

    Optional<Open> open(RefundId id) {
        return transactions.call(() -> refunds.find(id)
                .filter(refund -> refund.status() == RefundStatus.PENDING)
                .map(refund -> new Open(
                        refund.payment(),
                        refund.attempt(),
                        refund.wasSent(),
                        refund.gatewayRefundId().isPresent(),
                        refund.createdAt())));
    }

    record Open(PaymentId payment, AttemptId attempt, boolean sent, boolean known, Instant createdAt) {}
}
