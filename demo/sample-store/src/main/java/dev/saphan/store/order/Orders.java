/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.order;

import dev.saphan.store.catalogue.OutOfStockException;
import dev.saphan.store.catalogue.Stock;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * All orders, and the only place where an order changes its status. Every change starts with {@link #lock}: what two
 * requests, commands or nodes want of one order happens one after the other.
 */
@Singleton
public class Orders {

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    public Orders(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    public Optional<Order> byToken(String token) {
        return jdbi.withHandle(handle -> OrderRows.find(handle, "token = ?", token));
    }

    public List<Order> newest(int limit) {
        return jdbi.withHandle(handle -> OrderRows.newest(handle, limit));
    }

    public Optional<Order> lock(Handle handle, String reference) {
        return OrderRows.find(handle, "reference = ? for update", reference);
    }

    public void currentPayment(Handle handle, Order order, String paymentId) {
        handle.execute("update shop_order set current_payment_id = ? where id = ?", paymentId, order.id());
    }

    /** Its things stay where they are: off the shelf. */
    public void paid(Handle handle, Order order, String paymentId) {
        require(order, OrderStatus.AWAITING_PAYMENT);
        markPaid(handle, order, paymentId);
    }

    /** Money that came after the order was given up: kept if the things can be had again, else false. */
    public boolean revived(Handle handle, Order order, String paymentId) {
        require(order, OrderStatus.CANCELLED);
        var before = handle.savepoint("before_revival");
        try {
            Stock.take(before, order.quantities());
        } catch (OutOfStockException e) {
            before.rollbackToSavepoint("before_revival");
            return false;
        }
        markPaid(handle, order, paymentId);
        return true;
    }

    public void cancelled(Handle handle, Order order, CancelledBecause because) {
        require(order, OrderStatus.AWAITING_PAYMENT);
        handle.execute("""
                update shop_order
                   set status = 'CANCELLED', cancelled_because = ?, stock_held = false, cancelled_at = ?
                 where id = ?
                """, because.name(), clock.instant(), order.id());
        Stock.giveBack(handle, order.quantities());
    }

    private void markPaid(Handle handle, Order order, String paymentId) {
        handle.execute("""
                update shop_order
                   set status = 'PAID', cancelled_because = null, stock_held = true, paid_by = ?, paid_at = ?
                 where id = ?
                """, paymentId, clock.instant(), order.id());
    }

    private static void require(Order order, OrderStatus status) {
        if (order.status() != status) {
            throw new IllegalStateException(order.reference() + " is " + order.status() + ", not " + status);
        }
    }
}
