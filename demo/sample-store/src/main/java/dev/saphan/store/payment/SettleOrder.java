/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import dev.saphan.store.order.CancelledBecause;
import dev.saphan.store.order.Order;
import dev.saphan.store.order.Orders;
import dev.saphan.store.payment.Payment.Status;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;

/**
 * Draws the consequence of a payment for its order, the same whether the news came as a command or as an answer. The
 * caller holds the order's lock. Money counts only if it is the order's amount in the order's currency, and only once.
 */
@Singleton
public class SettleOrder {

    private final Orders orders;
    private final PaymentStarts starts;

    @Inject
    public SettleOrder(Orders orders, PaymentStarts starts) {
        this.orders = orders;
        this.starts = starts;
    }

    public Effect settle(Handle handle, Order order, Payment payment) {
        if (payment.status() == Status.PAID) {
            return paid(handle, order, payment);
        }
        if (payment.status() == Status.CLOSED) {
            boolean expired = "expired".equals(payment.closedReason());
            return closed(
                    handle,
                    order,
                    payment.id(),
                    expired ? CancelledBecause.PAYMENT_EXPIRED : CancelledBecause.PAYMENT_CANCELLED);
        }
        return Effect.ALREADY_APPLIED;
    }

    public Effect paid(Handle handle, Order order, Payment payment) {
        if (!payment.amount().equals(order.total())) {
            return Effect.conflict("amount_differs");
        }
        if (order.paid()) {
            return payment.id().equals(order.paidBy())
                    ? Effect.ALREADY_APPLIED
                    : Effect.conflict("paid_by_another_payment");
        }
        if (order.cancelled()) {
            return orders.revived(handle, order, payment.id()) ? Effect.APPLIED : Effect.conflict("cancelled");
        }
        orders.paid(handle, order, payment.id());
        return Effect.APPLIED;
    }

    /** Releases the stock, unless this payment is not the one the order waits for. */
    public Effect closed(Handle handle, Order order, String paymentId, CancelledBecause because) {
        if (order.paid()) {
            return paymentId.equals(order.paidBy()) ? Effect.conflict("paid") : Effect.ALREADY_APPLIED;
        }
        if (order.cancelled()) {
            return Effect.ALREADY_APPLIED;
        }
        boolean another = !paymentId.equals(order.currentPaymentId())
                || starts.unanswered(handle, order).isPresent();
        if (!another) {
            orders.cancelled(handle, order, because);
        }
        return Effect.APPLIED;
    }
}
