/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.event;

import com.google.gson.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that happened to a charge.
 *
 * @param payload as it is delivered, with the charge or refund as it was at that moment
 */
public record Event(
        String id,
        String account,
        boolean livemode,
        String key,
        Instant createdAt,
        String charge,
        String payload,
        List<URI> endpoints,
        List<Delivery> deliveries) {

    /** Of which nobody is told any more. */
    public static Event ofThePast(
            String id, String account, boolean livemode, String key, Instant happened, String charge, JsonObject data) {
        return new Event(
                id,
                account,
                livemode,
                key,
                happened,
                charge,
                EventJson.payload(id, livemode, key, happened, data),
                List.of(),
                List.of());
    }

    Event with(Delivery delivery) {
        List<Delivery> changed = new ArrayList<>(deliveries);
        changed.removeIf(present -> present.id().equals(delivery.id()));
        changed.add(delivery);
        return new Event(id, account, livemode, key, createdAt, charge, payload, endpoints, List.copyOf(changed));
    }
}
