/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.money.Money;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;

/** What a refund changes of its payment. The payment is locked. */
@Wired
public class RefundBooking {

    private final RaiseAttention attention;
    private final Clock clock;

    @Inject
    RefundBooking(RaiseAttention attention, Clock clock) {
        this.attention = attention;
        this.clock = clock;
    }

    /** @throws IllegalStateException if more would have gone back than was paid */
    public void book(Payment payment, Money wentBack) {
        payment.refunded(wentBack, clock.instant());
    }

    public void raiseFailure(Payment payment, String detail) {
        attention.raise(payment, Attention.REFUND_FAILED, detail);
    }
}
