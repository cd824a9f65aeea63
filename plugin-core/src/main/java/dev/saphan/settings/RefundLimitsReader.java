/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import dev.saphan.money.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code refund-approval-above.<currency>} and {@code refund-budget.<role>.<currency>} of a store. */
final class RefundLimitsReader {

    private static final List<String> CURRENCIES = List.of("THB", "SGD", "MYR");
    private static final List<String> ROLES = List.of("refunder", "approver", "admin");

    private final SettingsReader settings;
    private final String prefix;

    RefundLimitsReader(SettingsReader settings, String prefix) {
        this.settings = settings;
        this.prefix = prefix;
    }

    RefundLimits read() {
        Map<String, Map<String, Money>> budgets = new HashMap<>();
        ROLES.forEach(role -> budgets.put(role, amounts("refund-budget." + role)));
        return new RefundLimits(amounts("refund-approval-above"), Map.copyOf(budgets));
    }

    private Map<String, Money> amounts(String name) {
        Map<String, Money> amounts = new HashMap<>();
        for (String currency : CURRENCIES) {
            settings.parsed(
                            prefix + name + "." + currency,
                            "must be a whole number of minor units, such as 500000",
                            value -> amount(value, currency))
                    .ifPresent(amount -> amounts.put(currency, amount));
        }
        return Map.copyOf(amounts);
    }

    private static Money amount(String value, String currency) {
        Money amount = Money.ofMinor(Long.parseLong(value), currency);
        if (amount.minorUnits() < 0) {
            throw new IllegalArgumentException("Less than nothing");
        }
        return amount;
    }
}
