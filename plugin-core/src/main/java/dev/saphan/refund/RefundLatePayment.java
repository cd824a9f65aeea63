/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.job.Jobs;
import dev.saphan.payment.LatePaymentRejected;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/** Gives back in full what came after the payment was closed, where the store wants it so. */
@Wired
class RefundLatePayment {

    private final Refunds refunds;
    private final Jobs jobs;
    private final Clock clock;

    @Inject
    RefundLatePayment(Refunds refunds, Jobs jobs, Clock clock) {
        this.refunds = refunds;
        this.jobs = jobs;
        this.clock = clock;
    }

    void refund(@Observes LatePaymentRejected late) {
        Refund refund = new Refund(
                RefundId.next(),
                late.payment(),
                late.attempt().id(),
                late.payment().amount(),
                "Paid after it was closed",
                RefundOrigin.ADMIN,
                "saphan",
                null,
                clock.instant());
        refunds.add(refund);
        jobs.schedule(WatchRefund.NAME, refund.id().value(), clock.instant());
    }
}
