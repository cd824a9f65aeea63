/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.backoffice;

import dev.saphan.store.money.Money;
import dev.saphan.store.order.Order;
import dev.saphan.store.payment.HeardPayment;
import java.util.List;

/** One order as the store's books know it. */
record BookEntry(Order order, List<HeardPayment> payments, List<BookRefund> refunds) {

    public Money refunded() {
        return sum("succeeded");
    }

    public Money refundsPending() {
        return sum("pending");
    }

    public Money paid() {
        return order.paid() ? order.total() : Money.zero(order.total().currency());
    }

    private Money sum(String status) {
        return refunds.stream()
                .filter(refund -> refund.status().equals(status))
                .map(BookRefund::amount)
                .reduce(Money.zero(order.total().currency()), Money::plus);
    }
}
