/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.gateway;

import dev.saphan.money.Money;
import java.util.Optional;

/**
 * A shopper's objection to a charge, made at their bank or wallet, as the gateway tells it.
 *
 * @param amount what it is about, in the charge's currency; empty when the gateway does not say so
 */
public record Dispute(Status status, Optional<Money> amount) {

    /** Where it stands. Until the gateway says who won, it is open. */
    public enum Status {
        OPEN,
        WON,
        LOST
    }
}
