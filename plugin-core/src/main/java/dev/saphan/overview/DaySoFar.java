/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.overview;

import dev.saphan.money.Money;
import java.util.Currency;
import java.util.Map;

/**
 * A day up to a time of the day.
 *
 * @param payments how many were paid
 */
public record DaySoFar(Map<Currency, Money> in, Map<Currency, Money> back, long payments, Success success) {

    public Money in(Currency currency) {
        return in.getOrDefault(currency, Money.zero(currency));
    }

    public Money back(Currency currency) {
        return back.getOrDefault(currency, Money.zero(currency));
    }
}
