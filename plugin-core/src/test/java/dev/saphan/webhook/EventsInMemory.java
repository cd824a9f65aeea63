/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.webhook;

import dev.saphan.settings.StoreId;
import dev.saphan.testing.RowsInMemory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class EventsInMemory extends InboundEvents {

    private final RowsInMemory rows;

    EventsInMemory(RowsInMemory rows) {
        super(rows.entities());
        this.rows = rows;
    }

    List<InboundEvent> all() {
        return rows.all(InboundEvent.class);
    }

    @Override
    void processed(String id, String how, Instant now) {
        find(id).ifPresent(event -> event.processed(how, now));
    }

    @Override
    Optional<InboundEvent> find(StoreId store, String eventId) {
        return all().stream()
                .filter(event -> event.store().equals(store) && event.eventId().equals(eventId))
                .findFirst();
    }
}
