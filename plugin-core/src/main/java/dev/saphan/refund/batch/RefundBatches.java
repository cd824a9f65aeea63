/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund.batch;

import dev.saphan.persistence.PluginData;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** What people wanted refunded together. Call it inside a transaction. */
@Wired
public class RefundBatches {

    private final EntityManager entities;

    @Inject
    RefundBatches(@PluginData EntityManager entities) {
        this.entities = entities;
    }

    public Optional<RefundBatch> find(String id) {
        return Optional.ofNullable(entities.find(RefundBatch.class, id));
    }

    /** In the order in which they were chosen. */
    public List<RefundBatchItem> items(String batch) {
        return entities.createQuery(
                        "select i from RefundBatchItem i where i.batchId = :batch order by i.position",
                        RefundBatchItem.class)
                .setParameter("batch", batch)
                .getResultList();
    }

    Optional<RefundBatchItem> item(String id) {
        return Optional.ofNullable(entities.find(RefundBatchItem.class, id));
    }

    void add(RefundBatch batch) {
        entities.persist(batch);
        entities.flush();
    }

    void add(RefundBatchItem item) {
        entities.persist(item);
    }
}
