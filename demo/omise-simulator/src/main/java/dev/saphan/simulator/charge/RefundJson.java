/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import com.google.gson.JsonObject;
import dev.saphan.simulator.http.Json;

/** Refunds as Omise writes them. */
final class RefundJson {

    private RefundJson() {}

    static JsonObject of(Charge charge, Refund refund) {
        JsonObject json = new JsonObject();
        json.addProperty("object", "refund");
        json.addProperty("id", refund.id());
        json.addProperty("location", "/charges/" + charge.id() + "/refunds/" + refund.id());
        json.addProperty("livemode", charge.livemode());
        json.addProperty("voided", refund.voided());
        json.addProperty("currency", charge.terms().currency());
        json.addProperty("amount", refund.amount());
        json.add("metadata", refund.metadata().deepCopy());
        json.addProperty("charge", charge.id());
        json.addProperty("transaction", refund.transaction());
        json.addProperty("status", refund.closed() ? "closed" : "pending");
        json.addProperty("funding_amount", refund.amount());
        json.addProperty("funding_currency", charge.terms().currency());
        json.addProperty("created_at", Json.time(refund.createdAt()));
        return json;
    }
}
