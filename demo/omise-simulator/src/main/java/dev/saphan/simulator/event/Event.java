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

/** Something that happened to a charge, with the charge or refund as it was at that moment. */
public record Event(
        String id,
        String account,
        boolean livemode,
        String key,
        Instant createdAt,
        String charge,
        JsonObject data,
        List<URI> endpoints,
        List<Delivery> deliveries) {

    Event with(Delivery delivery) {
        List<Delivery> changed = new ArrayList<>(deliveries);
        changed.removeIf(present -> present.id().equals(delivery.id()));
        changed.add(delivery);
        return new Event(id, account, livemode, key, createdAt, charge, data, endpoints, List.copyOf(changed));
    }
}
