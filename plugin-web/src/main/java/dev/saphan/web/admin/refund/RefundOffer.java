/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.refund;

import dev.saphan.money.Money;
import dev.saphan.settings.StoreId;
import dev.saphan.web.admin.Moment;
import org.jspecify.annotations.Nullable;

/**
 * What can go back of a payment, as its page shows it.
 *
 * @param reason why nothing can; empty where something can
 */
public record RefundOffer(
        String paymentId,
        String order,
        StoreId store,
        String storeName,
        String mode,
        String timeZone,
        String method,
        String paidAmount,
        String refunded,
        String pending,
        Money remaining,
        String remainingText,
        String currency,
        int decimals,
        boolean full,
        boolean partial,
        @Nullable Moment voidLikelyUntil,
        @Nullable Moment refundableUntil,
        String reason) {

    public boolean isPossible() {
        return reason.isEmpty();
    }
}
