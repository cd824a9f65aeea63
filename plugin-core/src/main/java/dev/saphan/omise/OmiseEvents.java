/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import dev.saphan.gateway.Listed;
import dev.saphan.gateway.PastEvent;
import dev.saphan.gateway.SentEvent;
import dev.saphan.gateway.SentEvent.Sending;
import dev.saphan.gateway.Webhooks.GatewayEvent;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Omise's event objects. Their data is written in the account's default version of the API, whatever is asked for: ids
 * are taken from it and nothing else.
 */
final class OmiseEvents {

    private static final String NAME = "event";

    private OmiseEvents() {}

    /** Empty if it is no event. */
    static Optional<GatewayEvent> event(JsonObject json) {
        try {
            return Optional.of(event(new OmiseObject(NAME, json)));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    static Listed<PastEvent> list(String body) {
        return OmiseList.parse(
                        NAME,
                        body,
                        omise -> new PastEvent(
                                event(omise), createdAt(omise), omise.json().toString()))
                .listed();
    }

    static List<SentEvent> sent(String body) {
        return OmiseList.parse(NAME, body, omise -> new SentEvent(event(omise), createdAt(omise), sendings(omise)))
                .read();
    }

    static Optional<Instant> createdAt(OmiseObject omise) {
        return omise.time("created_at").or(() -> omise.time("created"));
    }

    /** The objects in that field; nothing is needed of them. */
    static List<OmiseObject> objects(OmiseObject omise, String field) {
        return omise.value(field).orElse(JsonValue.NULL) instanceof JsonArray list
                ? list.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(entry -> OmiseObject.of(field, entry))
                        .toList()
                : List.of();
    }

    private static GatewayEvent event(OmiseObject omise) {
        if (omise.word("object").filter(NAME::equals).isEmpty()) {
            throw new Unreadable(NAME);
        }
        String id = omise.needed(OmiseObject::id, "id");
        return new GatewayEvent(
                id,
                omise.needed(OmiseObject::word, "key"),
                omise.flag("livemode").orElse(id.indexOf("_test_") < 0),
                omise.object("data").flatMap(OmiseEvents::charge));
    }

    private static Optional<String> charge(OmiseObject data) {
        return data.word("object").filter("charge"::equals).isPresent() ? data.id("id") : data.id("charge");
    }

    private static List<Sending> sendings(OmiseObject omise) {
        return objects(omise, "webhook_deliveries").stream()
                .map(delivery ->
                        new Sending(delivery.address("uri").map(URI::toString).orElse(""), delivery.whole("status")))
                .toList();
    }
}
