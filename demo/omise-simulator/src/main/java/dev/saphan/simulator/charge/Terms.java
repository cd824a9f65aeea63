/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import com.google.gson.JsonObject;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the merchant asked for. */
public record Terms(
        long amount,
        String currency,
        @Nullable String description,
        JsonObject metadata,
        @Nullable String returnUri,
        @Nullable String ip,
        List<URI> webhookEndpoints) {

    Terms described(@Nullable String newDescription, JsonObject newMetadata) {
        return new Terms(amount, currency, newDescription, newMetadata, returnUri, ip, webhookEndpoints);
    }
}
