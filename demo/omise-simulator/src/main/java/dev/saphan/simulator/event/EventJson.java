/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.event;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.saphan.simulator.http.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Events as the API and the webhooks write them. */
final class EventJson {

    /** Not ISO-8601: that is how Omise writes it here. */
    private static final DateTimeFormatter DELIVERY_TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private EventJson() {}

    /** As it is delivered: without deliveries, which are still to come. */
    static String payload(String id, boolean livemode, String key, Instant createdAt, JsonElement data) {
        JsonObject json = new JsonObject();
        json.addProperty("object", "event");
        json.addProperty("id", id);
        json.addProperty("livemode", livemode);
        json.addProperty("location", "/events/" + id);
        json.add("webhook_deliveries", new JsonArray());
        json.add("data", data);
        json.addProperty("key", key);
        json.addProperty("created_at", Json.time(createdAt));
        return json.toString();
    }

    static JsonObject parse(Event event) {
        return JsonParser.parseString(event.payload()).getAsJsonObject();
    }

    /** As the API answers it. */
    static JsonObject full(Event event) {
        JsonObject json = parse(event);
        json.add(
                "webhook_deliveries",
                Json.array(event.deliveries().stream()
                        .filter(delivery -> !delivery.isOpen() && delivery.forgery() == null)
                        .map(delivery -> delivery(event, delivery))));
        return json;
    }

    private static JsonObject delivery(Event event, Delivery delivery) {
        JsonObject json = new JsonObject();
        json.addProperty("object", "webhook_delivery");
        json.addProperty("id", delivery.id());
        json.addProperty("uri", delivery.uri().toString());
        json.addProperty("status", delivery.status());
        json.addProperty("key", event.key());
        json.addProperty("error", delivery.error());
        json.addProperty("payload", event.payload());
        json.addProperty("created_at", DELIVERY_TIME.format(delivery.createdAt()));
        return json;
    }
}
