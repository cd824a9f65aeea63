/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.money.Money;
import dev.saphan.payment.Payment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A refund as the API and the order port show it. */
public record RefundView(
        String id,
        String paymentId,
        String orderReference,
        Money amount,
        String status,
        boolean voided,
        String reason,
        String origin,
        @Nullable String idempotencyKey,
        Instant createdAt) {

    public static RefundView of(Payment payment, Refund refund) {
        return new RefundView(
                refund.id().value(),
                payment.id().value(),
                payment.orderReference(),
                refund.amount(),
                refund.status().code(),
                refund.isVoided(),
                refund.reason(),
                refund.origin().code(),
                refund.idempotencyKey().orElse(null),
                refund.createdAt());
    }
}
