/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.message;

import dev.saphan.persistence.PluginData;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What people had repeated. Call it inside a transaction. */
@Wired
public class MessageBatches {

    private final EntityManager entities;

    @Inject
    MessageBatches(@PluginData EntityManager entities) {
        this.entities = entities;
    }

    public Optional<MessageBatch> find(String id) {
        return Optional.ofNullable(entities.find(MessageBatch.class, id));
    }

    /** Of these messages those that the batch has gone through, and whether there was something to repeat. */
    public Map<String, Boolean> results(String batch, Collection<String> messages) {
        return messages.isEmpty()
                ? Map.of()
                : entities.createQuery("select i from MessageBatchItem i where i.id in :ids", MessageBatchItem.class)
                        .setParameter(
                                "ids",
                                messages.stream()
                                        .map(message -> MessageBatchItem.id(batch, message))
                                        .toList())
                        .getResultStream()
                        .collect(Collectors.toMap(MessageBatchItem::messageId, MessageBatchItem::wasRepeated));
    }

    Optional<MessageBatch> lock(String id) {
        return Optional.ofNullable(entities.find(MessageBatch.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(MessageBatch batch) {
        entities.persist(batch);
    }

    void add(MessageBatchItem item) {
        entities.persist(item);
    }

    boolean has(String batch, String message) {
        return entities.find(MessageBatchItem.class, MessageBatchItem.id(batch, message)) != null;
    }
}
