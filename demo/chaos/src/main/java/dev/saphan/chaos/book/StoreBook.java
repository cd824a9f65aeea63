/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.book;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the store knows. Amounts in minor units. */
public record StoreBook(List<Order> orders) {

    /**
     * @param status awaiting_payment, paid, cancelled
     * @param paidBy the payment; empty while not paid
     */
    public record Order(
            String reference, String status, long total, String currency, String paidBy, List<Refund> refunds) {
        boolean isPaid() {
            return status.equals("paid");
        }
    }

    /** @param id the plugin's */
    public record Refund(String id, String payment, long amount, String status) {}

    Map<String, Order> byReference() {
        return orders.stream().collect(Collectors.toMap(Order::reference, Function.identity()));
    }
}
