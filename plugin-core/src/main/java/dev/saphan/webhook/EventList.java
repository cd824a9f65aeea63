/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.webhook;

import dev.saphan.persistence.KeysetQuery;
import dev.saphan.persistence.PluginData;
import dev.saphan.persistence.Utc;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/**
 * A store's events for somebody who looks for one, newest first. A page begins behind or ends before an event that was
 * seen, and not at a number. Call it inside a transaction.
 */
@Wired
public class EventList {

    private final EntityManager entities;

    @Inject
    EventList(@PluginData EntityManager entities) {
        this.entities = entities;
    }

    public List<InboundEvent> newest(EventFilter filter, int limit) {
        return query(filter).newest(limit);
    }

    /** What follows an event of the list; the newest ones if there is no such event. */
    public List<InboundEvent> olderThan(String seen, EventFilter filter, int limit) {
        return edge(seen)
                .map(edge -> query(filter).olderThan(Utc.of(edge.receivedAt()), edge.id(), limit))
                .orElseGet(() -> newest(filter, limit));
    }

    /** What stands before an event of the list, its neighbours first; the newest ones if there is no such event. */
    public List<InboundEvent> newerThan(String seen, EventFilter filter, int limit) {
        return edge(seen)
                .map(edge -> query(filter).newerThan(Utc.of(edge.receivedAt()), edge.id(), limit))
                .orElseGet(() -> newest(filter, limit));
    }

    private Optional<InboundEvent> edge(String id) {
        return Optional.ofNullable(entities.find(InboundEvent.class, id));
    }

    private KeysetQuery<InboundEvent> query(EventFilter filter) {
        KeysetQuery<InboundEvent> query = new KeysetQuery<>(entities, InboundEvent.class, "receivedAt")
                .with("e.storeId = :store", "store", filter.store().value())
                .with("e.mode = :mode", "mode", filter.mode());
        filter.kind().ifPresent(kind -> query.with("e.eventKey = :kind", "kind", kind));
        filter.state()
                .ifPresent(state -> query.with(
                        state == EventFilter.State.WAITING ? "e.processedAt is null" : "e.processedAt is not null"));
        filter.from().ifPresent(from -> query.with("e.receivedAt >= :from", "from", Utc.of(from)));
        filter.until().ifPresent(until -> query.with("e.receivedAt < :until", "until", Utc.of(until)));
        filter.charges().ifPresent(charges -> query.among("e.chargeId in :charges", "charges", charges));
        filter.ids().ifPresent(ids -> query.among("(e.id in :ids or e.eventId in :ids)", "ids", ids));
        return query;
    }
}
