/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import dev.saphan.gateway.AccountRefund;
import dev.saphan.gateway.GatewayRefund;
import dev.saphan.money.Money;
import java.util.Currency;
import java.util.Optional;

/** Omise's refunds in our words. */
final class OmiseRefunds {

    private static final String NAME = "refund";

    private OmiseRefunds() {}

    /**
     * The answer to our own call.
     *
     * @throws Unreadable if it is no refund of that charge
     */
    static GatewayRefund refund(String body, String charge, Currency currency) {
        OmiseObject omise = OmiseObject.parse(NAME, body);
        if (omise.id("charge").filter(id -> !id.equals(charge)).isPresent()) {
            throw new Unreadable("refund of that charge");
        }
        return refund(omise, Optional.of(currency));
    }

    /**
     * @param currency of its charge, for a refund that does not tell its own; empty if it has to
     * @throws Unreadable without an id, an amount and a status
     */
    static GatewayRefund refund(OmiseObject omise, Optional<Currency> currency) {
        return new GatewayRefund(
                omise.needed(OmiseObject::id, "id"),
                amount(omise, currency),
                status(omise.needed(OmiseObject::word, "status")),
                omise.flag("voided").orElse(false),
                OmiseMetadata.id(omise, OmiseMetadata.REFUND),
                omise.time("created_at"));
    }

    static OmiseList<AccountRefund> list(String body) {
        return OmiseList.parse(
                NAME, body, omise -> new AccountRefund(omise.id("charge").orElse(""), refund(omise, Optional.empty())));
    }

    private static Money amount(OmiseObject omise, Optional<Currency> currency) {
        Currency told = omise.has("currency") || currency.isEmpty()
                ? omise.needed(OmiseObject::currency, "currency")
                : currency.get();
        Money amount = new Money(omise.needed(OmiseObject::minorUnits, "amount"), told);
        if (!amount.isPositive()) {
            throw new Unreadable("refund.amount above nothing");
        }
        return amount;
    }

    private static GatewayRefund.Status status(String omise) {
        return switch (omise) {
            case "pending" -> GatewayRefund.Status.PENDING;
            case "closed" -> GatewayRefund.Status.CLOSED;
            default -> GatewayRefund.Status.UNRECOGNISED;
        };
    }
}
