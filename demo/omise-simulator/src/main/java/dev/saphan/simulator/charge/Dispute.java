/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A shopper's objection to a charge.
 *
 * @param amount in minor units of the charge's currency
 * @param closedAt null while it is open
 */
public record Dispute(
        String id,
        Status status,
        long amount,
        Instant createdAt,
        @Nullable Instant closedAt) {

    /** Omise's words, without those for what a merchant answers to it. */
    public enum Status {
        OPEN,
        WON,
        LOST;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    Dispute close(Status decided, Instant now) {
        return new Dispute(id, decided, amount, createdAt, now);
    }
}
