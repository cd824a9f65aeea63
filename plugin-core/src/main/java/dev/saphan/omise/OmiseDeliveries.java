/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import dev.saphan.gateway.EventDelivery;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Omise's record of its webhooks: {@code webhook_deliveries} of each event in a list. */
final class OmiseDeliveries {

    /** Not ISO-8601, unlike all other times of Omise's. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

    private OmiseDeliveries() {}

    static List<EventDelivery> list(String body) {
        return OmiseList.parse("event", body, OmiseDeliveries::ofEvent).read().stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<EventDelivery> ofEvent(OmiseObject event) {
        return OmiseEvents.objects(event, "webhook_deliveries").stream()
                .map(delivery -> delivery(event, delivery))
                .toList();
    }

    private static EventDelivery delivery(OmiseObject event, OmiseObject delivery) {
        return new EventDelivery(
                event.id("id").orElse(""),
                event.word("key").orElse(""),
                time(delivery).or(() -> OmiseEvents.createdAt(event)),
                delivery.address("uri").map(URI::getHost).orElse(""),
                delivery.whole("status").orElse(0),
                delivery.text("error").orElse(""));
    }

    private static Optional<Instant> time(OmiseObject delivery) {
        Optional<String> written = delivery.text("created_at").filter(text -> text.endsWith("UTC"));
        try {
            return written.isPresent()
                    ? written.map(text -> LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC))
                    : delivery.time("created_at");
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
