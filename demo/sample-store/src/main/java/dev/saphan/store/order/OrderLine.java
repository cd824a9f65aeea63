/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.order;

import dev.saphan.store.money.Money;

/** What was bought, at the price of that day. */
public record OrderLine(int productId, String slug, String name, int quantity, Money unitPrice) {

    public Money total() {
        return unitPrice.times(quantity);
    }
}
