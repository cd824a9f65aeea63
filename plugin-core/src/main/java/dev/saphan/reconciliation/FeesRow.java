/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.gateway.ChargeFees;
import dev.saphan.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The fees of a charge as they lie in the database: in minor units of the currency in which the gateway tells it. */
@Embeddable
class FeesRow {

    @Column(name = "fee_minor")
    private long feeMinor;

    @Column(name = "fee_vat_minor")
    private long vatMinor;

    @Column(name = "net_minor")
    private long netMinor;

    protected FeesRow() {}

    FeesRow(ChargeFees fees) {
        this.feeMinor = fees.fee().minorUnits();
        this.vatMinor = fees.vat().minorUnits();
        this.netMinor = fees.net().minorUnits();
    }

    ChargeFees fees(String currency) {
        return new ChargeFees(
                Money.ofMinor(feeMinor, currency),
                Money.ofMinor(vatMinor, currency),
                Money.ofMinor(netMinor, currency));
    }
}
