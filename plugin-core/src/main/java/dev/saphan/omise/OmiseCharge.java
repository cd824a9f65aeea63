/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A charge in Omise's words; only what we use. Fields that some real answers lack are nullable. Public because JSON-B
 * asks for it; nobody outside this package may use it.
 */
public record OmiseCharge(
        String id,
        boolean livemode,
        MinorUnits amount,
        String currency,
        String status,
        @Nullable MinorUnits refundedAmount,
        @Nullable MinorUnits fee,
        @Nullable MinorUnits feeVat,
        @Nullable MinorUnits net,
        @Nullable String fundingCurrency,
        boolean refundable,
        @Nullable Boolean partiallyRefundable,
        @Nullable JsonValue dispute,
        @Nullable String failureCode,
        @Nullable String authorizeUri,
        @Nullable String createdAt,
        @Nullable String expiresAt,
        @Nullable String paidAt,
        @Nullable JsonValue metadata,
        @Nullable OmiseSource source,
        @Nullable RefundList refunds) {

    public record OmiseSource(
            @Nullable String type, @Nullable ScannableCode scannableCode) {}

    public record ScannableCode(@Nullable Image image) {}

    public record Image(@Nullable String downloadUri) {}

    public record RefundList(java.util.@Nullable List<OmiseRefund> data) {}

    public record OmiseRefund(
            String id,
            MinorUnits amount,
            String currency,
            @Nullable String charge,
            @Nullable String status,
            boolean voided,
            @Nullable JsonValue metadata,
            @Nullable String createdAt) {}
}
