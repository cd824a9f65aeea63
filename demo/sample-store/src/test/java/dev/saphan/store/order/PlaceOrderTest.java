/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.store.cart.Cart;
import dev.saphan.store.catalogue.OutOfStockException;
import dev.saphan.store.fake.StoreOfTests;
import dev.saphan.store.money.Money;
import dev.saphan.store.visitor.Visitor;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlaceOrderTest {

    private static final Shopper NOK = new Shopper("Nok", "nok@example.com", null);

    private final StoreOfTests store = new StoreOfTests();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void takesTheThingsOffTheShelfAndEmptiesTheCart() {
        int before = store.stock("celadon-cup");
        Visitor visitor = store.visitor();
        store.carts.add(visitor.cartId().orElseThrow(), store.product("celadon-cup"), 3);

        Order order = store.placeOrder.place(visitor, store.carts.of(visitor), NOK, "a".repeat(22));

        assertThat(order.total()).isEqualTo(Money.ofMinor(135000, "THB"));
        assertThat(order.status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(store.stock("celadon-cup")).isEqualTo(before - 3);
        assertThat(store.carts.of(visitor).empty()).isTrue();
    }

    @Test
    void aDeliveryPutsThingsBackOnTheShelf() {
        int before = store.stock("clay-teapot");

        store.products.restock("clay-teapot", 12);

        assertThat(store.stock("clay-teapot")).isEqualTo(before + 12);
    }

    @Test
    void aFormSentTwiceIsOneOrder() {
        Visitor visitor = store.visitor();
        store.carts.add(visitor.cartId().orElseThrow(), store.product("celadon-cup"), 1);
        Cart cart = store.carts.of(visitor);
        Order order = store.placeOrder.place(visitor, cart, NOK, "b".repeat(22));

        assertThatThrownBy(() -> store.placeOrder.place(visitor, cart, NOK, "b".repeat(22)))
                .isInstanceOf(JdbiException.class);
        assertThat(store.placeOrder.alreadyPlaced("b".repeat(22)).orElseThrow().reference())
                .isEqualTo(order.reference());
        assertThat(store.orders.newest(10)).hasSize(1);
    }

    @Test
    void nothingIsTakenWhenOneThingIsShort() {
        int cups = store.stock("celadon-cup");
        Visitor visitor = store.visitor();
        String cartId = visitor.cartId().orElseThrow();
        store.carts.add(cartId, store.product("celadon-cup"), 1);
        store.carts.add(cartId, store.product("aged-puer"), 4);
        Cart cart = store.carts.of(visitor);

        assertThatThrownBy(() -> store.placeOrder.place(visitor, cart, NOK, "c".repeat(22)))
                .isInstanceOf(OutOfStockException.class);
        assertThat(store.stock("celadon-cup")).isEqualTo(cups);
        assertThat(store.carts.of(visitor).empty()).isFalse();
    }

    @Test
    void manyBuyersAtOnceNeverTakeMoreThanThereIs() throws Exception {
        int there = store.stock("celadon-set");
        ExecutorService buyers = Executors.newFixedThreadPool(12);
        try {
            List<Callable<Boolean>> all = IntStream.range(0, 24)
                    .mapToObj(i -> (Callable<Boolean>) this::buysOne)
                    .toList();
            int bought = 0;
            for (Future<Boolean> one : buyers.invokeAll(all)) {
                bought += one.get() ? 1 : 0;
            }
            assertThat(bought).isEqualTo(there);
            assertThat(store.stock("celadon-set")).isZero();
        } finally {
            buyers.shutdownNow();
        }
    }

    private boolean buysOne() {
        try {
            store.order("celadon-set", 1);
            return true;
        } catch (OutOfStockException e) {
            return false;
        }
    }
}
