/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.cart;

import dev.saphan.store.catalogue.Product;
import dev.saphan.store.money.Money;

/** So many of one product. */
public record CartLine(Product product, int quantity) {

    public Money total() {
        return product.price().times(quantity);
    }

    public boolean tooMany() {
        return quantity > product.stock();
    }
}
