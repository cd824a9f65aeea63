/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.catalogue;

import dev.saphan.store.money.Money;

/** A thing on the shelf, in the visitor's language and currency. */
public record Product(int id, String slug, String category, String name, String description, Money price, int stock) {

    static final int FEW = 5;

    public boolean soldOut() {
        return stock == 0;
    }

    public boolean nearlyGone() {
        return stock > 0 && stock <= FEW;
    }
}
