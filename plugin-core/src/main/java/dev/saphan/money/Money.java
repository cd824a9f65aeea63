/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.money;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An amount of one currency in its minor units: satang, cents, sen, or whole yen.
 *
 * <p>The exponent is the currency's own ({@link Currency#getDefaultFractionDigits()}), so nothing outside this class
 * multiplies or divides by a power of ten. Sums that leave the range of {@code long} and operations across currencies
 * are errors, never rounded.
 */
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {

    /** Where the currency has no sign in the locale, its code stands in for it and would stick to the number. */
    private static final Pattern CODE_BESIDE_DIGITS = Pattern.compile("(?<=\\p{L})(?=\\p{Nd})|(?<=\\p{Nd})(?=\\p{L})");

    private static final String NO_BREAK_SPACE = "\u00a0";

    public Money {
        Objects.requireNonNull(currency, "currency");
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(currency + " has no minor unit");
        }
    }

    /** @throws IllegalArgumentException if the code is not one of ISO 4217's */
    public static Money ofMinor(long minorUnits, String currencyCode) {
        return new Money(minorUnits, Currency.getInstance(currencyCode));
    }

    /**
     * Exactly that amount.
     *
     * @throws ArithmeticException if it has more decimals than the currency, or is too large
     */
    public static Money ofMajor(BigDecimal majorUnits, Currency currency) {
        return new Money(
                majorUnits.movePointRight(currency.getDefaultFractionDigits()).longValueExact(), currency);
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, sameCurrency(other).minorUnits), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minorUnits, sameCurrency(other).minorUnits), currency);
    }

    public boolean isPositive() {
        return minorUnits > 0;
    }

    public boolean isZero() {
        return minorUnits == 0;
    }

    public boolean isLessThan(Money other) {
        return compareTo(other) < 0;
    }

    public boolean isGreaterThan(Money other) {
        return compareTo(other) > 0;
    }

    public String currencyCode() {
        return currency.getCurrencyCode();
    }

    /** The amount in major units with exactly the currency's number of decimals. */
    public BigDecimal majorUnits() {
        return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
    }

    /** As people of that locale write it, with the currency's own number of decimals. */
    public String format(Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        return CODE_BESIDE_DIGITS.matcher(format.format(majorUnits())).replaceAll(NO_BREAK_SPACE);
    }

    /** @throws CurrencyMismatch across currencies */
    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, sameCurrency(other).minorUnits);
    }

    @Override
    public String toString() {
        return currency + " " + majorUnits().toPlainString();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new CurrencyMismatch(this, other);
        }
        return other;
    }
}
