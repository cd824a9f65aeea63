/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.shift;

import dev.saphan.money.Money;
import java.util.Optional;

/**
 * What one cashier took by one method in one currency.
 *
 * @param cashier empty where nobody was signed in at the till
 * @param payments how many were paid
 * @param refunds how many were carried out
 */
public record ShiftLine(
        Optional<String> cashier, String method, long payments, Money taken, long refunds, Money refunded) {

    /** Below zero where more went back than came in. */
    public Money net() {
        return taken.minus(refunded);
    }
}
