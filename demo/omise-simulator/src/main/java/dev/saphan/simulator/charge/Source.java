/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import com.google.gson.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the shopper pays with. It serves one charge, whose id it bears from then on.
 *
 * @param details the optional fields as they were given
 */
public record Source(
        String id,
        String account,
        boolean livemode,
        String type,
        long amount,
        String currency,
        Instant createdAt,
        @Nullable String ip,
        JsonObject details,
        @Nullable String charge) {

    public @Nullable String barcode() {
        return details.has("barcode") ? details.get("barcode").getAsString() : null;
    }

    Source usedBy(String chargeId) {
        return new Source(id, account, livemode, type, amount, currency, createdAt, ip, details, chargeId);
    }
}
