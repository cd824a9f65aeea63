/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.event;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.saphan.simulator.http.Json;
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
    static JsonObject payload(Event event) {
        return json(event, new JsonArray());
    }

    static JsonObject full(Event event) {
        return json(
                event,
                Json.array(event.deliveries().stream()
                        .filter(delivery -> !delivery.isOpen())
                        .map(delivery -> delivery(event, delivery))));
    }

    private static JsonObject json(Event event, JsonArray deliveries) {
        JsonObject json = new JsonObject();
        json.addProperty("object", "event");
        json.addProperty("id", event.id());
        json.addProperty("livemode", event.livemode());
        json.addProperty("location", "/events/" + event.id());
        json.add("webhook_deliveries", deliveries);
        json.add("data", event.data());
        json.addProperty("key", event.key());
        json.addProperty("created_at", Json.time(event.createdAt()));
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
        json.addProperty("payload", delivery.payload());
        json.addProperty("created_at", DELIVERY_TIME.format(delivery.createdAt()));
        return json;
    }
}
