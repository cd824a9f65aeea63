/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One day of the gateway's book in one currency, for accounting.
 *
 * @param day in the store's time zone; a charge counts on the day on which it was paid, a refund on that of its making
 * @param voids how many of the refunds are voids
 * @param fees empty where not every paid charge tells them
 * @param feesVat likewise
 * @param net of the charges, less the refunds; empty where the fees are, or where there are voids: the fee that comes
 *     back with a void is told nowhere
 */
public record DayTotals(
        LocalDate day,
        long charges,
        Money paid,
        long refunds,
        long voids,
        Money refunded,
        Optional<Money> fees,
        Optional<Money> feesVat,
        Optional<Money> net) {}
