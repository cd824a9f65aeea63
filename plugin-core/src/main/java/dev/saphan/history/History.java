/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.history;

import dev.saphan.persistence.PluginData;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The append-only story of every payment, written in the transaction of what it tells. */
@Wired
public class History {

    private static final int LONGEST_DETAIL = 1000;

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    public History(@PluginData EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    public void write(String paymentId, String actor, String kind, @Nullable String detail) {
        String kept = detail != null && detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail;
        entities.persist(new HistoryEntry(paymentId, clock.instant(), actor, kind, kept));
    }

    /** How often that was written about the payment. */
    public long count(String paymentId, String kind) {
        return entities.createQuery(
                        "select count(h) from HistoryEntry h where h.paymentId = :payment and h.kind = :kind",
                        Long.class)
                .setParameter("payment", paymentId)
                .setParameter("kind", kind)
                .getSingleResult();
    }

    /** Oldest first. */
    public List<HistoryEntry> of(String paymentId) {
        return entities.createQuery(
                        "select h from HistoryEntry h where h.paymentId = :payment order by h.at, h.id",
                        HistoryEntry.class)
                .setParameter("payment", paymentId)
                .getResultList();
    }
}
