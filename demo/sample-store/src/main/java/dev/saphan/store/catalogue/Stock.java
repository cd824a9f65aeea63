/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.catalogue;

import java.util.SortedMap;
import org.jdbi.v3.core.Handle;

/**
 * What is on the shelf. Both directions run inside the caller's transaction and touch products in the order of their
 * ids, so that two orders for the same things wait for each other instead of locking each other out.
 */
public final class Stock {

    private Stock() {}

    /** Takes all of it or says which product is short; the caller then gives up its transaction. */
    public static void take(Handle handle, SortedMap<Integer, Integer> quantities) {
        quantities.forEach((product, quantity) -> {
            int taken = handle.execute(
                    "update product set stock = stock - ? where id = ? and stock >= ?", quantity, product, quantity);
            if (taken == 0) {
                throw new OutOfStockException(product);
            }
        });
    }

    public static void giveBack(Handle handle, SortedMap<Integer, Integer> quantities) {
        quantities.forEach((product, quantity) ->
                handle.execute("update product set stock = stock + ? where id = ?", quantity, product));
    }
}
