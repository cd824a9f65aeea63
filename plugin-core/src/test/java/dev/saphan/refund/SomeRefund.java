/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.gateway.GatewayRefund;
import dev.saphan.money.Money;
import dev.saphan.payment.Payment;
import java.time.Instant;
import java.util.Optional;

/** Refunds as they are found in the database. Call it inside a transaction. */
public final class SomeRefund {

    private SomeRefund() {}

    /** Of the charge that paid. */
    public static void carriedOut(Refunds refunds, Payment payment, Money amount, Instant when) {
        Refund refund = pending(refunds, payment, amount, when);
        refund.follow(new GatewayRefund(
                "rfnd_" + refund.id().value(),
                amount,
                GatewayRefund.Status.CLOSED,
                false,
                Optional.empty(),
                Optional.of(when)));
    }

    /** As {@link #carriedOut}, not answered yet. */
    public static Refund pending(Refunds refunds, Payment payment, Money amount, Instant when) {
        Refund refund = new Refund(
                RefundId.next(),
                payment,
                payment.paidAttempt().orElseThrow().id(),
                amount,
                "A cup was broken",
                RefundOrigin.ADMIN,
                "refunder",
                null,
                when);
        refunds.add(refund);
        return refund;
    }
}
