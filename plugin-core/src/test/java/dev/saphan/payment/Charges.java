/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeStatus;
import dev.saphan.money.Money;
import dev.saphan.settings.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Charges as Omise could tell them. */
final class Charges {

    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");

    private Charges() {}

    static Charge charge(String id, Money amount, ChargeStatus status) {
        return charge(id, amount, status, Optional.empty());
    }

    static Charge charge(String id, Money amount, ChargeStatus status, Optional<String> failureCode) {
        boolean paid = status == ChargeStatus.SUCCESSFUL;
        return new Charge(
                id,
                Mode.TEST,
                amount,
                status,
                "atome_qr",
                Optional.empty(),
                failureCode,
                Optional.empty(),
                Optional.empty(),
                Optional.of(NOON),
                Optional.empty(),
                paid ? Optional.of(NOON) : Optional.empty(),
                Optional.of(Money.zero(amount.currency())),
                Optional.empty(),
                paid,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                true);
    }
}
