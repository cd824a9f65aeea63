/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.page;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/** Minor units as people read them: {@code ฿4,000.00}. */
final class MoneyText {

    private static final Map<String, String> SYMBOLS = Map.of("THB", "฿", "SGD", "S$", "MYR", "RM ", "JPY", "¥");

    private MoneyText() {}

    static String of(long minorUnits, String currency) {
        int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
        DecimalFormat format = new DecimalFormat(
                decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals),
                DecimalFormatSymbols.getInstance(Locale.ROOT));
        return SYMBOLS.getOrDefault(currency, currency + " ") + format.format(BigDecimal.valueOf(minorUnits, decimals));
    }
}
