/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.job.Job;
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
 * Follows a refund until it is settled. One that was not sent yet is sent. One whose answer was lost is looked for on
 * the charge; when Omise surely has none and enough time has passed, it failed, and a person is told: it is not sent
 * again.
 */
@Wired
class WatchRefund implements Job {

    static final String NAME = "watch-refund";

    private static final Duration LONGEST_APPEARANCE = Duration.ofMinutes(3);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofMinutes(10);

    private final Refunds refunds;
    private final Payments payments;
    private final RefundEffects effects;
    private final SendRefund sendRefund;
    private final SyncAttempt syncAttempt;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    WatchRefund(
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

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Next run(String id) {
        RefundId refund = new RefundId(id);
        Optional<Open> open = open(refund);
        if (open.isEmpty()) {
            return Next.DONE;
        }
        if (!open.get().sent()) {
            sendRefund.send(refund);
        } else if (syncAttempt.sync(open.get().attempt(), "sweep")) {
            transactions.run(() -> writeOff(refund, open.get()));
        }
        return open(refund)
                .map(still -> Next.at(clock.instant().plus(still.known() ? LATER : SOON)))
                .orElse(Next.DONE);
    }

    private void writeOff(RefundId id, Open seen) {
        if (seen.createdAt().plus(LONGEST_APPEARANCE).isAfter(clock.instant())) {
            return;
        }
        var payment = payments.lock(seen.payment());
        refunds.find(id)
                .filter(refund -> refund.status() == RefundStatus.PENDING
                        && refund.gatewayRefundId().isEmpty())
                .ifPresent(refund -> {
                    refund.failed();
                    effects.changed(payment, refund, "sweep");
                });
    }

    private Optional<Open> open(RefundId id) {
        return transactions.call(() -> refunds.find(id)
                .filter(refund -> refund.status() == RefundStatus.PENDING)
                .map(refund -> new Open(
                        refund.payment(),
                        refund.attempt(),
                        refund.wasSent(),
                        refund.gatewayRefundId().isPresent(),
                        refund.createdAt())));
    }

    private record Open(PaymentId payment, AttemptId attempt, boolean sent, boolean known, Instant createdAt) {}
}
