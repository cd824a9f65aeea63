/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import dev.saphan.store.order.Order;
import dev.saphan.store.order.Orders;
import dev.saphan.store.secret.RandomToken;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Begins the payment of an order that is already stored, or begins it in another way.
 *
 * <ol>
 *   <li>What was asked before and not answered is asked again first, with its own key.
 *   <li>Then the new wish is written down with a new key, and sent.
 * </ol>
 */
@Singleton
public class StartPayment {

    private final Jdbi jdbi;
    private final Orders orders;
    private final PaymentStarts starts;
    private final SendStart sendStart;
    private final StoreAddress store;

    @Inject
    public StartPayment(Jdbi jdbi, Orders orders, PaymentStarts starts, SendStart sendStart, StoreAddress store) {
        this.jdbi = jdbi;
        this.orders = orders;
        this.starts = starts;
        this.sendStart = sendStart;
        this.store = store;
    }

    public SendStart.Outcome start(Order order, Choice choice) {
        Optional<PaymentStart> before = unanswered(order);
        if (before.isPresent()) {
            SendStart.Outcome outcome = sendStart.send(before.get());
            if (outcome.unanswered() || before.get().asks(choice)) {
                return outcome;
            }
        }
        return sendStart.send(jdbi.inTransaction(handle -> write(handle, order, choice)));
    }

    /** Asks again what was not answered. Empty when everything was. */
    public Optional<SendStart.Outcome> resume(Order order) {
        return unanswered(order).map(sendStart::send);
    }

    private Optional<PaymentStart> unanswered(Order order) {
        return jdbi.withHandle(handle -> starts.unanswered(handle, order));
    }

    private PaymentStart write(Handle handle, Order order, Choice choice) {
        Order locked = orders.lock(handle, order.reference()).orElseThrow();
        if (!locked.awaitingPayment()) {
            throw new OrderNotPayableException(order.reference());
        }
        return starts.unanswered(handle, locked)
                .orElseGet(() ->
                        starts.add(handle, locked, choice, RandomToken.create(), StartBody.of(locked, choice, store)));
    }
}
