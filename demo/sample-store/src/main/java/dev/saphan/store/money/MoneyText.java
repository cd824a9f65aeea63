/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.money;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;

/** Prices as a shop writes them: the sign people know, and no decimals where there are none to tell. */
public final class MoneyText {

    private MoneyText() {}

    public static String of(Money money) {
        return sign(money.currency().getCurrencyCode()) + digits(money);
    }

    private static String digits(Money money) {
        int exponent = money.currency().getDefaultFractionDigits();
        BigDecimal value = BigDecimal.valueOf(money.amount(), exponent);
        boolean whole = value.stripTrailingZeros().scale() <= 0;
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ENGLISH);
        format.setMinimumFractionDigits(whole ? 0 : exponent);
        format.setMaximumFractionDigits(exponent);
        return format.format(value);
    }

    private static String sign(String currency) {
        return switch (currency) {
            case "THB" -> "฿";
            case "SGD" -> "S$";
            case "MYR" -> "RM";
            default -> currency + " ";
        };
    }
}
