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

/** Writes down what the plugin answered and lets the order follow, in the caller's transaction. */
@Singleton
public class RecordPayment {

    private final Orders orders;
    private final HeardPayments heard;
    private final PaymentStarts starts;
    private final SettleOrder settleOrder;

    @Inject
    public RecordPayment(Orders orders, HeardPayments heard, PaymentStarts starts, SettleOrder settleOrder) {
        this.orders = orders;
        this.heard = heard;
        this.starts = starts;
        this.settleOrder = settleOrder;
    }

    void started(Handle handle, PaymentStart start, Payment payment) {
        Order order = orders.lock(handle, start.orderReference()).orElseThrow();
        heard.answered(handle, order, payment);
        starts.accepted(handle, start, payment.id());
        orders.currentPayment(handle, order, payment.id());
        settleOrder.settle(handle, orders.lock(handle, start.orderReference()).orElseThrow(), payment);
    }

    /** An answer to GET or sync. News of a payment that is not this order's is no news. */
    Effect answered(Handle handle, String orderReference, Payment payment) {
        Order order = orders.lock(handle, orderReference).orElseThrow();
        if (!heard.belongs(handle, order, payment.id())) {
            return Effect.ALREADY_APPLIED;
        }
        heard.answered(handle, order, payment);
        return settleOrder.settle(handle, order, payment);
    }

    /** An answer to the shopper's own wish to cancel. */
    void cancelled(Handle handle, String orderReference, Payment payment) {
        Order order = orders.lock(handle, orderReference).orElseThrow();
        heard.answered(handle, order, payment);
        if (payment.status() == Status.CLOSED) {
            settleOrder.closed(handle, order, payment.id(), CancelledBecause.SHOPPER_CANCELLED);
        } else {
            settleOrder.settle(handle, order, payment);
        }
    }
}
