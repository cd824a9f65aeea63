/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.order;

import dev.saphan.store.cart.Cart;
import dev.saphan.store.cart.CartLine;
import dev.saphan.store.cart.Carts;
import dev.saphan.store.catalogue.Stock;
import dev.saphan.store.secret.RandomToken;
import dev.saphan.store.visitor.Visitor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Turns a cart into an order in one transaction: the order and its lines, the things off the shelf, the cart emptied.
 * Nobody is paid yet and nobody outside was asked. The checkout key makes a form sent twice one order.
 */
@Singleton
public class PlaceOrder {

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    public PlaceOrder(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    public Optional<Order> alreadyPlaced(String checkoutKey) {
        return jdbi.withHandle(handle -> OrderRows.find(handle, "checkout_key = ?", checkoutKey));
    }

    public Order place(Visitor visitor, Cart cart, Shopper shopper, String checkoutKey) {
        return jdbi.inTransaction(handle -> {
            long id = insertOrder(handle, visitor, cart, shopper, checkoutKey);
            SortedMap<Integer, Integer> quantities = new TreeMap<>();
            for (CartLine line : cart.lines()) {
                insertLine(handle, id, line);
                quantities.put(line.product().id(), line.quantity());
            }
            Stock.take(handle, quantities);
            visitor.cartId().ifPresent(cartId -> Carts.empty(handle, cartId));
            return OrderRows.find(handle, "id = ?", id).orElseThrow();
        });
    }

    private long insertOrder(Handle handle, Visitor visitor, Cart cart, Shopper shopper, String checkoutKey) {
        return handle.createUpdate("""
                        insert into shop_order (reference, token, checkout_key, status, amount, currency, country,
                            language, shopper_name, shopper_email, shopper_phone, stock_held, placed_at)
                        values (:reference, :token, :key, 'AWAITING_PAYMENT', :amount, :currency, :country,
                            :language, :name, :email, :phone, true, :now)
                        """)
                .bind("reference", OrderReference.create())
                .bind("token", RandomToken.create())
                .bind("key", checkoutKey)
                .bind("amount", cart.total().amount())
                .bind("currency", cart.currency().getCurrencyCode())
                .bind("country", visitor.region().country())
                .bind("language", visitor.language().tag())
                .bind("name", shopper.name())
                .bind("email", shopper.email())
                .bind("phone", shopper.phone())
                .bind("now", clock.instant())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    private static void insertLine(Handle handle, long order, CartLine line) {
        handle.execute(
                "insert into order_line (order_id, product_id, name, quantity, unit_amount) values (?, ?, ?, ?, ?)",
                order,
                line.product().id(),
                line.product().name(),
                line.quantity(),
                line.product().price().amount());
    }
}
