/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import dev.saphan.gateway.PastEvent;
import dev.saphan.gateway.SentEvent;
import dev.saphan.gateway.SentEvent.Sending;
import dev.saphan.gateway.Webhooks.GatewayEvent;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Omise's event objects. Their data is written in the account's default version of the API, whatever is asked for: ids
 * are taken from it and nothing else.
 */
final class OmiseEvents {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_]{1,100}");

    private OmiseEvents() {}

    /** Empty if it is no event. */
    static Optional<GatewayEvent> event(JsonObject event) {
        if (!"event".equals(text(event, "object").orElse(""))) {
            return Optional.empty();
        }
        return text(event, "id")
                .filter(id -> ID.matcher(id).matches())
                .flatMap(id -> text(event, "key")
                        .map(key -> new GatewayEvent(
                                id, key, event.getBoolean("livemode", id.indexOf("_test_") < 0), charge(event))));
    }

    /** @throws JsonException if it is no list */
    static List<PastEvent> list(String body) {
        return data(body).flatMap(OmiseEvents::past).toList();
    }

    /** @throws JsonException if it is no list */
    static List<SentEvent> sent(String body) {
        return data(body).flatMap(OmiseEvents::sent).toList();
    }

    private static Stream<JsonObject> data(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            JsonArray data = reader.readObject().getJsonArray("data");
            if (data == null) {
                throw new JsonException("a list without data");
            }
            return objects(data);
        }
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }

    private static Stream<PastEvent> past(JsonObject object) {
        Instant createdAt = createdAt(object).orElse(Instant.EPOCH);
        return event(object).map(event -> new PastEvent(event, createdAt, object.toString())).stream();
    }

    private static Stream<SentEvent> sent(JsonObject object) {
        List<Sending> sendings = object.get("webhook_deliveries") instanceof JsonArray deliveries
                ? objects(deliveries).map(OmiseEvents::sending).toList()
                : List.of();
        return event(object)
                .map(event -> new SentEvent(event, createdAt(object).orElse(Instant.EPOCH), sendings))
                .stream();
    }

    private static Sending sending(JsonObject delivery) {
        return new Sending(
                text(delivery, "uri").orElse(""),
                delivery.get("status") instanceof JsonNumber status
                        ? Optional.of(status.intValue())
                        : Optional.empty());
    }

    /** @throws java.time.DateTimeException if it is no time */
    static Optional<Instant> createdAt(JsonObject event) {
        return text(event, "created_at")
                .or(() -> text(event, "created"))
                .map(time -> OffsetDateTime.parse(time).toInstant());
    }

    private static Optional<String> charge(JsonObject event) {
        if (!(event.get("data") instanceof JsonObject data)) {
            return Optional.empty();
        }
        Optional<String> id =
                "charge".equals(text(data, "object").orElse("")) ? text(data, "id") : text(data, "charge");
        return id.filter(found -> ID.matcher(found).matches());
    }

    private static Optional<String> text(JsonObject object, String name) {
        JsonValue value = object.get(name);
        return value instanceof JsonString string ? Optional.of(string.getString()) : Optional.empty();
    }
}
