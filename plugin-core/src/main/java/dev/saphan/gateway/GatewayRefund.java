/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.gateway;

import dev.saphan.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A refund as the gateway tells it.
 *
 * @param refund the id that we wrote into its metadata, if it is one of ours
 * @param voided whether the gateway turned it into a void, with the fees given back
 * @param createdAt empty when the gateway does not tell it
 */
public record GatewayRefund(
        String id, Money amount, Status status, boolean voided, Optional<String> refund, Optional<Instant> createdAt) {

    /** {@code UNRECOGNISED} is a word we do not know; it is treated as a failure to be looked at. */
    public enum Status {
        PENDING,
        CLOSED,
        UNRECOGNISED
    }
}
