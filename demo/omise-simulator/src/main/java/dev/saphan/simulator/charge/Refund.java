/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import com.google.gson.JsonObject;
import java.time.Instant;

/** Money that went back. {@code voided}: the payment was taken back before it was settled, with its fee. */
public record Refund(
        String id,
        String transaction,
        long amount,
        boolean voided,
        boolean closed,
        JsonObject metadata,
        Instant createdAt) {

    Refund close() {
        return new Refund(id, transaction, amount, voided, true, metadata, createdAt);
    }
}
