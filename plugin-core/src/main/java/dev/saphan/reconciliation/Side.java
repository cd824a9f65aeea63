/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.money.Money;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one of the two books says about a charge or refund. */
@Embeddable
public class Side {

    private String status;
    private long minor;
    private String currency;

    protected Side() {}

    Side(String status, Money amount) {
        this.status = status;
        this.minor = amount.minorUnits();
        this.currency = amount.currencyCode();
    }

    public String status() {
        return status;
    }

    public Money amount() {
        return Money.ofMinor(minor, currency);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Side side
                && side.status.equals(status)
                && side.minor == minor
                && side.currency.equals(currency);
    }

    @Override
    public int hashCode() {
        return Objects.hash(status, minor, currency);
    }
}
