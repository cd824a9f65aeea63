/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.orderpage;

import dev.saphan.store.money.Money;
import dev.saphan.store.order.Order;
import dev.saphan.store.payment.HeardPayment;
import dev.saphan.store.payment.PaymentStart;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that the order page shows. */
record OrderView(
        Order order,
        OrderState state,
        @Nullable HeardPayment payment,
        @Nullable PaymentStart latest,
        Money refunded) {

    static OrderView of(Order order, Optional<HeardPayment> payment, Optional<PaymentStart> latest, Money refunded) {
        return new OrderView(
                order, OrderState.of(order, payment, latest), payment.orElse(null), latest.orElse(null), refunded);
    }

    public String stateKey() {
        return state.key();
    }

    public boolean mayChange() {
        return state.mayChange();
    }

    /** Where to go on paying; always there while the payment is open. */
    public @Nullable String checkoutUrl() {
        return payment != null && payment.payable() && order.awaitingPayment() ? payment.checkoutUrl() : null;
    }

    public @Nullable String counterUrl() {
        return state == OrderState.GO_TO_COUNTER && payment != null ? payment.nextStepUrl() : null;
    }

    public @Nullable String failure() {
        return payment != null && state == OrderState.PAY_NOW ? payment.failureMessage() : null;
    }

    public @Nullable String refusal() {
        return latest != null && latest.refused() && order.awaitingPayment() ? latest.problemDetail() : null;
    }

    public boolean partlyRefunded() {
        return refunded.amount() > 0 && refunded.amount() < order.total().amount();
    }

    public boolean fullyRefunded() {
        return refunded.amount() > 0 && refunded.amount() >= order.total().amount();
    }

    /** Differs whenever the page would look different. */
    public String mark() {
        String heard = payment == null ? "" : payment.version() + "." + payment.sequence();
        return state.key() + ":" + heard + ":" + refunded.amount();
    }
}
