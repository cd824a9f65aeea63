/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.money;

/** Two amounts of different currencies met in one operation; the message holds both. */
public final class CurrencyMismatch extends IllegalArgumentException {

    CurrencyMismatch(Money left, Money right) {
        super("Amounts of two currencies: " + left + " and " + right);
    }
}
