/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import dev.saphan.persistence.KeysetQuery;
import dev.saphan.persistence.PluginData;
import dev.saphan.persistence.Utc;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/**
 * The messages to a store's storefront for somebody who looks for one, newest first. A page begins behind or ends before
 * a message that was seen, and not at a number. Call it inside a transaction.
 */
@Wired
public class CommandList {

    private final EntityManager entities;

    @Inject
    CommandList(@PluginData EntityManager entities) {
        this.entities = entities;
    }

    public List<OrderCommand> newest(CommandFilter filter, int limit) {
        return query(filter).newest(limit);
    }

    /** What follows a message of the list; the newest ones if there is no such message. */
    public List<OrderCommand> olderThan(String seen, CommandFilter filter, int limit) {
        return edge(seen)
                .map(edge -> query(filter).olderThan(Utc.of(edge.createdAt()), edge.id(), limit))
                .orElseGet(() -> newest(filter, limit));
    }

    /** What stands before a message of the list, its neighbours first; the newest ones if there is no such message. */
    public List<OrderCommand> newerThan(String seen, CommandFilter filter, int limit) {
        return edge(seen)
                .map(edge -> query(filter).newerThan(Utc.of(edge.createdAt()), edge.id(), limit))
                .orElseGet(() -> newest(filter, limit));
    }

    private Optional<OrderCommand> edge(String id) {
        return Optional.ofNullable(entities.find(OrderCommand.class, id));
    }

    private KeysetQuery<OrderCommand> query(CommandFilter filter) {
        KeysetQuery<OrderCommand> query = new KeysetQuery<>(entities, OrderCommand.class, "createdAt")
                .with("e.storeId = :store", "store", filter.store().value())
                .with("e.mode = :mode", "mode", filter.mode());
        filter.kind().ifPresent(kind -> query.with("e.type = :kind", "kind", kind));
        filter.state().ifPresent(state -> query.with("e.status = :state", "state", state));
        filter.from().ifPresent(from -> query.with("e.createdAt >= :from", "from", Utc.of(from)));
        filter.until().ifPresent(until -> query.with("e.createdAt < :until", "until", Utc.of(until)));
        filter.subjects().ifPresent(subjects -> query.among("e.subjectId in :subjects", "subjects", subjects));
        filter.ids().ifPresent(ids -> query.among("e.id in :ids", "ids", ids));
        return query;
    }
}
