/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.webhook;

import dev.saphan.persistence.PluginData;
import dev.saphan.persistence.Utc;
import dev.saphan.settings.StoreId;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The webhooks that arrived. */
@Wired
public class InboundEvents {

    private static final int MOST = 200;

    private final EntityManager entities;

    @Inject
    InboundEvents(@PluginData EntityManager entities) {
        this.entities = entities;
    }

    InboundEvent lock(String id) {
        InboundEvent event = entities.find(InboundEvent.class, id);
        entities.refresh(event, LockModeType.PESSIMISTIC_WRITE);
        return event;
    }

    /** By Omise's own id. */
    Optional<InboundEvent> find(StoreId store, String eventId) {
        return entities.createQuery(
                        "select e from InboundEvent e where e.storeId = :store and e.eventId = :event",
                        InboundEvent.class)
                .setParameter("store", store.value())
                .setParameter("event", eventId)
                .getResultStream()
                .findFirst();
    }

    /** Whether that event of the gateway was kept, however it came. */
    public boolean has(StoreId store, String eventId) {
        return find(store, eventId).isPresent();
    }

    /** It was followed, and that came of it. */
    void processed(String id, String how, Instant now) {
        entities.createQuery("update InboundEvent e set e.result = :how, e.processedAt = :now where e.id = :id")
                .setParameter("how", how)
                .setParameter("now", Utc.of(now))
                .setParameter("id", id)
                .executeUpdate();
    }

    void add(InboundEvent event) {
        entities.persist(event);
        entities.flush();
    }

    /** Up to where the account's events were read; if never, from that time. */
    Instant cursor(String account, Instant otherwise) {
        return Optional.ofNullable(entities.find(EventCursor.class, account))
                .map(EventCursor::readUntil)
                .orElse(otherwise);
    }

    void moveCursor(String account, Instant time) {
        EventCursor cursor = entities.find(EventCursor.class, account);
        if (cursor == null) {
            entities.persist(new EventCursor(account, time));
        } else {
            cursor.moveTo(time);
        }
    }

    /** In the order of arrival, a bounded number of them. */
    public List<InboundEvent> about(StoreId store, String chargeId) {
        return entities.createQuery(
                        "select e from InboundEvent e where e.storeId = :store and e.chargeId = :charge"
                                + " order by e.receivedAt",
                        InboundEvent.class)
                .setParameter("store", store.value())
                .setParameter("charge", chargeId)
                .setMaxResults(MOST)
                .getResultList();
    }

    public Optional<InboundEvent> find(String id) {
        return Optional.ofNullable(entities.find(InboundEvent.class, id));
    }
}
