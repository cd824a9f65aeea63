/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.saphan.simulator.http.Json;
import dev.saphan.simulator.method.Method;

/** Sources as Omise writes them: which fields there are differs by method. */
final class SourceJson {

    private SourceJson() {}

    static JsonObject of(Source source, Method method, String chargeStatus) {
        JsonObject json = new JsonObject();
        json.addProperty("object", "source");
        json.addProperty("id", source.id());
        json.addProperty("livemode", source.livemode());
        json.addProperty("location", "/sources/" + source.id());
        json.addProperty("amount", source.amount());
        given(json, source, "barcode", "bank");
        json.addProperty("created_at", Json.time(source.createdAt()));
        json.addProperty("currency", source.currency());
        given(json, source, "email");
        json.addProperty("flow", method.flow());
        json.add("installment_term", JsonNull.INSTANCE);
        json.addProperty("ip", source.ip());
        json.add("absorption_type", JsonNull.INSTANCE);
        given(json, source, "name", "mobile_number", "phone_number", "platform_type");
        json.add("scannable_code", JsonNull.INSTANCE);
        given(json, source, "billing", "shipping");
        JsonElement items = source.details().get("items");
        json.add("items", items instanceof JsonArray ? items : new JsonArray());
        json.add("references", JsonNull.INSTANCE);
        json.add("provider_references", JsonNull.INSTANCE);
        given(json, source, "store_id", "store_name", "terminal_id");
        json.addProperty("type", source.type());
        json.add("zero_interest_installments", JsonNull.INSTANCE);
        json.addProperty("charge_status", chargeStatus);
        json.add("receipt_amount", JsonNull.INSTANCE);
        json.add("discounts", new JsonArray());
        given(json, source, "promotion_code");
        method.shape().sourceOmits().forEach(json::remove);
        return json;
    }

    private static void given(JsonObject json, Source source, String... names) {
        for (String name : names) {
            JsonElement value = source.details().get(name);
            json.add(name, value == null ? JsonNull.INSTANCE : value.deepCopy());
        }
    }
}
