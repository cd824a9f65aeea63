/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.code;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A code that a wallet shows. It works once: for the charge that it names from then on. */
public record PaymentCode(
        String digits,
        String type,
        Outcome outcome,
        Instant createdAt,
        @Nullable String usedBy) {

    public boolean isUsed() {
        return usedBy != null;
    }

    PaymentCode usedBy(String chargeId) {
        return new PaymentCode(digits, type, outcome, createdAt, chargeId);
    }
}
