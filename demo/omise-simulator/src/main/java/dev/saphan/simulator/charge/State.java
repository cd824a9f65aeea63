/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a charge stands. A refund does not change it. */
public record State(
        ChargeStatus status,
        Instant expiresAt,
        @Nullable Instant paidAt,
        @Nullable Instant expiredAt,
        @Nullable String failureCode,
        @Nullable String failureMessage,
        @Nullable String transaction) {

    static State pending(Instant expiresAt) {
        return new State(ChargeStatus.PENDING, expiresAt, null, null, null, null, null);
    }

    State paid(Instant now, String newTransaction) {
        return new State(ChargeStatus.SUCCESSFUL, expiresAt, now, null, null, null, newTransaction);
    }

    State failed(String code, String message) {
        return new State(ChargeStatus.FAILED, expiresAt, null, null, code, message, null);
    }

    State reversed() {
        return new State(ChargeStatus.REVERSED, expiresAt, paidAt, null, null, null, transaction);
    }

    /** Omise rewrites {@code expires_at} to the moment of expiry, and gives no failure code. */
    State expired(Instant now) {
        return new State(ChargeStatus.EXPIRED, now, null, now, null, null, null);
    }
}
