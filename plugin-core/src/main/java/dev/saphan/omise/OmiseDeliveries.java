/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import dev.saphan.gateway.EventDelivery;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Omise's record of its webhooks: {@code webhook_deliveries} of each event in a list. */
final class OmiseDeliveries {

    /** Not ISO-8601, unlike all other times of Omise's. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

    private OmiseDeliveries() {}

    /** @throws JsonException if it is no list */
    static List<EventDelivery> list(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            JsonArray data = reader.readObject().getJsonArray("data");
            if (data == null) {
                throw new JsonException("a list without data");
            }
            return objects(data).flatMap(OmiseDeliveries::ofEvent).toList();
        }
    }

    private static Stream<EventDelivery> ofEvent(JsonObject event) {
        return event.get("webhook_deliveries") instanceof JsonArray deliveries
                ? objects(deliveries).map(delivery -> delivery(event, delivery))
                : Stream.empty();
    }

    private static EventDelivery delivery(JsonObject event, JsonObject delivery) {
        return new EventDelivery(
                text(event, "id"),
                text(event, "key"),
                time(text(delivery, "created_at")),
                host(text(delivery, "uri")),
                delivery.get("status") instanceof JsonNumber status ? status.intValue() : 0,
                text(delivery, "error"));
    }

    private static Instant time(String written) {
        try {
            return written.endsWith("UTC")
                    ? LocalDateTime.parse(written, TIME).toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    private static String host(String address) {
        try {
            return Objects.requireNonNullElse(URI.create(address).getHost(), "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().filter(JsonObject.class::isInstance).map(JsonValue::asJsonObject);
    }

    private static String text(JsonObject object, String name) {
        return Optional.ofNullable(object.get(name))
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .orElse("");
    }
}
