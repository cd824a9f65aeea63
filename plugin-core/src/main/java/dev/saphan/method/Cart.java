/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.method;

import dev.saphan.money.Money;
import java.util.Currency;
import java.util.Optional;

/**
 * What a method is offered for.
 *
 * @param amount empty while it is not known yet: then limits are not applied
 * @param country where the sale is made; empty means the store's own
 */
public record Cart(Optional<Money> amount, Currency currency, Channel channel, Optional<String> country) {

    public static Cart of(Money amount, Channel channel) {
        return new Cart(Optional.of(amount), amount.currency(), channel, Optional.empty());
    }
}
