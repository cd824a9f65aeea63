/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.money.Money;
import java.util.Currency;
import java.util.Optional;

/**
 * What both books add up to in one currency. Charges of other stores on the account, and what a person accepted as
 * none of ours, are left out of both.
 *
 * @param fees with the tax on them; only the gateway knows them, and not before every paid charge tells them
 * @param net what the gateway says is left of the paid charges, less what went back; empty where a void is among them,
 *     as the gateway does not tell the fee that it gives back then
 */
public record BookTotals(
        Currency currency,
        long theirCharges,
        long ourCharges,
        Money theirPaid,
        Money ourPaid,
        Money theirRefunded,
        Money ourRefunded,
        Optional<Money> fees,
        Optional<Money> net) {

    public Money theirRest() {
        return theirPaid.minus(theirRefunded);
    }

    public Money ourRest() {
        return ourPaid.minus(ourRefunded);
    }

    public boolean isEqual() {
        return theirCharges == ourCharges && theirPaid.equals(ourPaid) && theirRefunded.equals(ourRefunded);
    }
}
