/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.cart;

import dev.saphan.store.money.Money;
import java.util.Currency;
import java.util.List;

/** What a visitor means to buy, at the prices of their region. Nothing is reserved until it is ordered. */
public record Cart(Currency currency, List<CartLine> lines) {

    public Money total() {
        return lines.stream().map(CartLine::total).reduce(Money.zero(currency), Money::plus);
    }

    public boolean empty() {
        return lines.isEmpty();
    }

    public boolean available() {
        return lines.stream().noneMatch(CartLine::tooMany);
    }
}
