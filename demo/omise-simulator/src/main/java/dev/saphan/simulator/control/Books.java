/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.control;

import com.google.gson.JsonElement;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that happened, in the order in which it did: what a test compares its own books with. Minor units. */
public record Books(List<Charge> charges, List<Refund> refunds, List<Event> events, List<Delivery> deliveries) {

    /** A charge as it is now; {@code metadata} as it was given. */
    public record Charge(
            String id,
            String account,
            boolean livemode,
            String type,
            String source,
            @Nullable String barcode,
            long amount,
            String currency,
            String status,
            long refundedAmount,
            boolean voided,
            @Nullable String failureCode,
            @Nullable String description,
            Map<String, JsonElement> metadata,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant paidAt,
            @Nullable Instant expiredAt) {}

    public record Refund(
            String id,
            String charge,
            long amount,
            String currency,
            boolean voided,
            String status,
            Map<String, JsonElement> metadata,
            Instant createdAt) {}

    public record Event(String id, String key, String charge, Instant createdAt) {}

    /**
     * One sending of an event.
     *
     * @param status what the receiver answered; null when it did not or was not asked yet
     * @param note {@code duplicate}, {@code forged}, {@code dropped}, {@code delayed}, {@code held back}, {@code sent
     *     again}
     */
    public record Delivery(
            String id,
            String event,
            String key,
            String charge,
            URI uri,
            @Nullable Integer status,
            @Nullable String error,
            @Nullable String note,
            Instant createdAt) {}

    public Charge charge(String id) {
        return charges.stream()
                .filter(charge -> charge.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no charge " + id));
    }

    public List<Refund> refundsOf(String chargeId) {
        return refunds.stream()
                .filter(refund -> refund.charge().equals(chargeId))
                .toList();
    }
}
