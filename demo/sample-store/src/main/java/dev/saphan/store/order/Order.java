/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.order;

import dev.saphan.store.money.Money;
import dev.saphan.store.region.Region;
import dev.saphan.store.visitor.Language;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a shopper ordered. The token is the secret part of the shopper's link to it. */
public record Order(
        long id,
        String reference,
        String token,
        OrderStatus status,
        @Nullable CancelledBecause cancelledBecause,
        Money total,
        Region region,
        Language language,
        Shopper shopper,
        @Nullable String currentPaymentId,
        @Nullable String paidBy,
        Instant placedAt,
        @Nullable Instant paidAt,
        List<OrderLine> lines) {

    public boolean awaitingPayment() {
        return status == OrderStatus.AWAITING_PAYMENT;
    }

    public boolean paid() {
        return status == OrderStatus.PAID;
    }

    public boolean cancelled() {
        return status == OrderStatus.CANCELLED;
    }

    SortedMap<Integer, Integer> quantities() {
        SortedMap<Integer, Integer> quantities = new TreeMap<>();
        lines.forEach(line -> quantities.put(line.productId(), line.quantity()));
        return quantities;
    }
}
