/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin;

import dev.saphan.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;

/** Reads an amount that a person typed in major units: exactly, or not at all. */
public final class AmountText {

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,15}|\\d{1,3}(,\\d{3}){1,4})(\\.\\d{1,9})?");

    private AmountText() {}

    /** What was typed, or the key of the sentence that says why it is no amount. */
    public record Reading(Money amount, String problem) {

        public boolean isAmount() {
            return problem.isEmpty();
        }
    }

    public static Reading read(String text, Currency currency) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            return problem("amount.missing", currency);
        }
        if (!NUMBER.matcher(typed).matches()) {
            return problem("amount.malformed", currency);
        }
        try {
            Money amount = Money.ofMajor(new BigDecimal(typed.replace(",", "")), currency);
            return amount.isPositive() ? new Reading(amount, "") : problem("amount.zero", currency);
        } catch (ArithmeticException e) {
            return problem("amount.decimals", currency);
        }
    }

    private static Reading problem(String key, Currency currency) {
        return new Reading(Money.zero(currency), key);
    }
}
