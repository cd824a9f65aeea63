/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.gateway.Dispute;
import dev.saphan.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A dispute about an attempt's charge, as Omise last told it. */
@Embeddable
class ChargeDispute {

    @Enumerated(EnumType.STRING)
    @Column(name = "dispute_status")
    private Dispute.Status status;

    /** In minor units of the payment's currency; null where Omise did not say. */
    @Column(name = "dispute_minor")
    private @Nullable Long minor;

    protected ChargeDispute() {}

    ChargeDispute(Dispute told) {
        this.status = told.status();
        this.minor = told.amount().map(Money::minorUnits).orElse(null);
    }

    Dispute.Status status() {
        return status;
    }

    boolean isOpen() {
        return status == Dispute.Status.OPEN;
    }

    /** @param all of the charge: no dispute is about more */
    Money amount(Money all) {
        return minor == null || minor > all.minorUnits() ? all : new Money(minor, all.currency());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChargeDispute dispute
                && dispute.status == status
                && Objects.equals(dispute.minor, minor);
    }

    @Override
    public int hashCode() {
        return Objects.hash(status, minor);
    }
}
