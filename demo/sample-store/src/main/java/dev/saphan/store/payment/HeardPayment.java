/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import dev.saphan.store.money.Money;
import dev.saphan.store.payment.Payment.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What this store last heard of a payment of an order. */
public record HeardPayment(
        String paymentId,
        long orderId,
        Status status,
        @Nullable String closedReason,
        Money amount,
        @Nullable String method,
        @Nullable String channel,
        @Nullable String checkoutUrl,
        String nextStep,
        @Nullable String nextStepUrl,
        @Nullable String failureMessage,
        String attention,
        long version,
        long sequence,
        Instant askedAt) {

    public boolean payable() {
        return status == Status.OPEN || status == Status.PROCESSING;
    }
}
