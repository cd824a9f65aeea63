/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.saphan.simulator.http.Json;
import org.jspecify.annotations.Nullable;

/** Disputes as Omise writes them. */
final class DisputeJson {

    private DisputeJson() {}

    static JsonElement of(Charge charge, @Nullable Dispute dispute) {
        if (dispute == null) {
            return JsonNull.INSTANCE;
        }
        JsonObject json = new JsonObject();
        json.addProperty("object", "dispute");
        json.addProperty("id", dispute.id());
        json.addProperty("livemode", charge.livemode());
        json.addProperty("location", "/disputes/" + dispute.id());
        json.addProperty("amount", dispute.amount());
        json.addProperty("currency", charge.terms().currency());
        json.addProperty("funding_amount", dispute.amount());
        json.addProperty("funding_currency", charge.terms().currency());
        json.addProperty("status", dispute.status().text());
        json.addProperty("reason_code", "goods_or_services_not_provided");
        json.addProperty("reason_message", "Services not provided or Merchandise not received");
        json.addProperty("charge", charge.id());
        json.addProperty("created_at", Json.time(dispute.createdAt()));
        json.addProperty("closed_at", Json.time(dispute.closedAt()));
        return json;
    }
}
