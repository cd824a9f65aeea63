/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import com.google.gson.JsonObject;
import dev.saphan.simulator.ledger.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A charge that was made before this simulator was there, with how it ended.
 *
 * @param settledAt when it was paid, failed or expired
 * @param barcode that was scanned at a till
 * @param events ids that its events have already, by what they are about and their kind, with a space in between
 */
public record PastCharge(
        String id,
        String type,
        long amount,
        String currency,
        @Nullable String description,
        @Nullable JsonObject metadata,
        @Nullable String returnUri,
        @Nullable String barcode,
        Instant createdAt,
        Instant expiresAt,
        String status,
        @Nullable Instant settledAt,
        @Nullable String failureCode,
        @Nullable List<PastRefund> refunds,
        @Nullable Map<String, String> events) {

    /** Money that went back of it. */
    public record PastRefund(
            String id,
            long amount,
            boolean voided,
            @Nullable JsonObject metadata,
            Instant createdAt) {}

    /** The id that its event of that kind has; empty where none is given. */
    Optional<String> eventId(String subject, String key) {
        return Optional.ofNullable(events).map(known -> known.get(subject + " " + key));
    }

    State state(boolean livemode) {
        State pending = State.pending(expiresAt);
        Instant end = settledAt == null ? expiresAt : settledAt;
        return switch (status) {
            case "pending" -> pending;
            case "successful" -> pending.paid(end, Ids.next("trxn", livemode));
            case "expired" -> pending.expired(end);
            case "failed" -> failed(pending);
            default -> throw new IllegalArgumentException("status " + status + " is unknown");
        };
    }

    private State failed(State pending) {
        String code = failureCode == null ? "failed_processing" : failureCode;
        return pending.failed(code, FailureTexts.of(code));
    }
}
