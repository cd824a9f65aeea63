/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import dev.saphan.money.Money;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/**
 * What people may give back in a store by themselves. It holds for people only: the API is the shop's own system, with
 * rules of its own. A currency without a limit has none.
 *
 * @param approvalAbove by currency code: what people give back of one payment beyond this needs a second person
 * @param budgets by role code and then currency code: what one person of that role may ask for in a day of the store
 */
public record RefundLimits(Map<String, Money> approvalAbove, Map<String, Map<String, Money>> budgets) {

    public static final RefundLimits NONE = new RefundLimits(Map.of(), Map.of());

    /** Empty if no amount needs a second person. */
    public Optional<Money> approvalAbove(Currency currency) {
        return Optional.ofNullable(approvalAbove.get(currency.getCurrencyCode()));
    }

    /** Empty if that role may ask for any amount. */
    public Optional<Money> budget(String role, Currency currency) {
        return Optional.ofNullable(budgets.getOrDefault(role, Map.of()).get(currency.getCurrencyCode()));
    }
}
