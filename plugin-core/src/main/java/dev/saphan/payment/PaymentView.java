/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.money.Money;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payment as the API and the order port show it. */
public record PaymentView(
        String id,
        String orderReference,
        String mode,
        String status,
        @Nullable String closedReason,
        Money amount,
        Money refunded,
        @Nullable String method,
        String channel,
        String checkoutUrl,
        NextStep nextStep,
        List<AttemptView> attempts,
        List<String> attention,
        JsonObject metadata,
        long version,
        Instant createdAt,
        @Nullable Instant paidAt,
        Instant closesAt) {

    /**
     * What comes next.
     *
     * @param url where the browser goes now; null when there is nothing to see
     */
    public record NextStep(String type, @Nullable String url) {}

    /** One charge at Omise. */
    public record AttemptView(
            String id,
            String method,
            String status,
            @Nullable String chargeId,
            @Nullable Instant expiresAt,
            @Nullable QrView qr,
            @Nullable FailureView failure,
            Instant createdAt) {}

    /** The code to scan, served by the plugin. */
    public record QrView(String imageUrl, @Nullable Instant expiresAt) {}

    /** Why it failed, in the reader's language. */
    public record FailureView(String code, String message) {}
}
