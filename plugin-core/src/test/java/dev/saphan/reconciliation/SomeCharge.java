/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeFees;
import dev.saphan.gateway.ChargeStatus;
import dev.saphan.money.Money;
import dev.saphan.settings.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Charges as Omise could tell them. */
final class SomeCharge {

    private SomeCharge() {}

    /** A paid charge as somebody else could have made it. */
    static Charge somebodys(String id, Money amount, Instant paid) {
        Money fee = Money.ofMinor(amount.minorUnits() / 50, amount.currencyCode());
        Money vat = Money.ofMinor(fee.minorUnits() / 14, amount.currencyCode());
        return new Charge(
                id,
                Mode.TEST,
                amount,
                ChargeStatus.SUCCESSFUL,
                "atome_qr",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(paid),
                Optional.empty(),
                Optional.of(paid),
                Optional.of(Money.zero(amount.currency())),
                Optional.of(new ChargeFees(fee, vat, amount.minus(fee).minus(vat))),
                true,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                true);
    }
}
