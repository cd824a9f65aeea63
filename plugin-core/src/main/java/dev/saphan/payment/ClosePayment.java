/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.job.Job;
import dev.saphan.job.Lane;
import dev.saphan.persistence.Transactions;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Closes a payment that nobody paid in its time; Omise is asked before. */
@Wired
class ClosePayment implements Job {

    static final String NAME = "close-payment";

    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final CancelPayment cancelPayment;
    private final Payments payments;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    ClosePayment(CancelPayment cancelPayment, Payments payments, Transactions transactions, Clock clock) {
        this.cancelPayment = cancelPayment;
        this.payments = payments;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Lane lane() {
        return Lane.PAYMENTS;
    }

    @Override
    public Next run(String id) {
        PaymentId payment = new PaymentId(id);
        boolean gone = transactions.call(() -> payments.find(payment).isEmpty());
        return gone || cancelPayment.cancel(payment, ClosedReason.EXPIRED, "saphan")
                ? Next.DONE
                : Next.at(clock.instant().plus(AGAIN));
    }
}
