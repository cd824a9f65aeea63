/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.cart;

import dev.saphan.store.catalogue.Product;
import dev.saphan.store.catalogue.Products;
import dev.saphan.store.page.CartBadge;
import dev.saphan.store.visitor.Visitor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** All carts, each known by the random id in its visitor's cookie. */
@Singleton
public class Carts implements CartBadge {

    public static final int MOST = 99;

    private final Jdbi jdbi;
    private final Products products;
    private final Clock clock;

    @Inject
    public Carts(Jdbi jdbi, Products products, Clock clock) {
        this.jdbi = jdbi;
        this.products = products;
        this.clock = clock;
    }

    public Cart of(Visitor visitor) {
        Map<Integer, Integer> quantities =
                visitor.cartId().map(this::quantities).orElse(Map.of());
        List<CartLine> lines = products.all(visitor.language(), visitor.region()).stream()
                .filter(product -> quantities.containsKey(product.id()))
                .map(product -> new CartLine(product, quantities.getOrDefault(product.id(), 0)))
                .toList();
        return new Cart(visitor.region().currency(), lines);
    }

    @Override
    public int pieces(String cartId) {
        return quantities(cartId).values().stream().mapToInt(Integer::intValue).sum();
    }

    public void add(String cartId, Product product, int quantity) {
        jdbi.useTransaction(handle -> {
            int had = handle.createQuery("select quantity from cart_line where cart_id = ? and product_id = ?")
                    .bind(0, cartId)
                    .bind(1, product.id())
                    .mapTo(Integer.class)
                    .findOne()
                    .orElse(0);
            put(handle, cartId, product.id(), had + quantity);
        });
    }

    public void set(String cartId, Product product, int quantity) {
        jdbi.useTransaction(handle -> put(handle, cartId, product.id(), quantity));
    }

    /** Runs inside the transaction that turns the cart into an order. */
    public static void empty(Handle handle, String cartId) {
        handle.execute("delete from cart_line where cart_id = ?", cartId);
    }

    private void put(Handle handle, String cartId, int product, int quantity) {
        int kept = Math.min(quantity, MOST);
        if (kept < 1) {
            handle.execute("delete from cart_line where cart_id = ? and product_id = ?", cartId, product);
        } else {
            handle.execute(
                    "merge into cart_line (cart_id, product_id, quantity, changed_at) values (?, ?, ?, ?)",
                    cartId,
                    product,
                    kept,
                    clock.instant());
        }
    }

    private Map<Integer, Integer> quantities(String cartId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select product_id, quantity from cart_line where cart_id = :cart")
                .bind("cart", cartId)
                .reduceRows(new TreeMap<Integer, Integer>(), (map, row) -> {
                    map.put(row.getColumn("product_id", Integer.class), row.getColumn("quantity", Integer.class));
                    return map;
                }));
    }
}
