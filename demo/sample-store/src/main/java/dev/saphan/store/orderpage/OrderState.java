/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.orderpage;

import dev.saphan.store.order.Order;
import dev.saphan.store.payment.HeardPayment;
import dev.saphan.store.payment.Payment.Status;
import dev.saphan.store.payment.PaymentStart;
import java.util.Locale;
import java.util.Optional;

/** Where an order stands, in the few ways that look different to its shopper. */
enum OrderState {
    PAID,
    CANCELLED,
    GO_TO_COUNTER,
    PAY_NOW,
    CONFIRMING,
    NOT_REACHED,
    REFUSED,
    UNPAID;

    static OrderState of(Order order, Optional<HeardPayment> payment, Optional<PaymentStart> latest) {
        if (order.paid()) {
            return PAID;
        }
        if (order.cancelled()) {
            return CANCELLED;
        }
        if (latest.filter(PaymentStart::unanswered).isPresent()) {
            return NOT_REACHED;
        }
        return payment.filter(HeardPayment::payable)
                .map(OrderState::open)
                .orElse(latest.filter(PaymentStart::refused).isPresent() ? REFUSED : UNPAID);
    }

    private static OrderState open(HeardPayment payment) {
        if (payment.status() == Status.PROCESSING) {
            return CONFIRMING;
        }
        return "scan".equals(payment.nextStep()) ? GO_TO_COUNTER : PAY_NOW;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean mayChange() {
        return this != PAID && this != CANCELLED;
    }
}
