/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.refund;

import dev.saphan.money.Money;
import dev.saphan.payment.PaymentId;
import dev.saphan.settings.StoreId;
import dev.saphan.web.admin.TimeLeft;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can go back of a payment, as its page shows it.
 *
 * @param pending what is on its way; empty where nothing is
 * @param waiting what waits for a second person
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
        List<ApprovalLine> waiting,
        Money remaining,
        String remainingText,
        String currency,
        int decimals,
        boolean full,
        boolean partial,
        @Nullable TimeLeft voidLikely,
        @Nullable TimeLeft refundable,
        String reason) {

    PaymentId payment() {
        return new PaymentId(paymentId);
    }

    Currency unit() {
        return remaining.currency();
    }

    public boolean isPossible() {
        return reason.isEmpty();
    }
}
