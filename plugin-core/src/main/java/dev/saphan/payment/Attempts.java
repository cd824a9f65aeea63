/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.persistence.PluginData;
import dev.saphan.persistence.Utc;
import dev.saphan.settings.AccountKey;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The attempts of all payments as a book, for somebody who compares it with another. Call it inside a transaction. */
@Wired
public class Attempts {

    private final EntityManager entities;

    @Inject
    Attempts(@PluginData EntityManager entities) {
        this.entities = entities;
    }

    /** Whatever account they belong to: two stores may share one at the gateway. */
    public List<Attempt> ofCharges(Collection<String> chargeIds) {
        return chargeIds.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select a from Attempt a join fetch a.payment where a.chargeId in :charges",
                                Attempt.class)
                        .setParameter("charges", chargeIds)
                        .getResultList();
    }

    public List<Attempt> all(Collection<AttemptId> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery("select a from Attempt a join fetch a.payment where a.id in :ids", Attempt.class)
                        .setParameter("ids", ids.stream().map(AttemptId::value).toList())
                        .getResultList();
    }

    /** In the order of their ids, which is that of their making. */
    public List<Attempt> made(AccountKey account, Instant from, Instant until, String after, int limit) {
        return entities.createQuery(
                        "select a from Attempt a join fetch a.payment where a.accountKey = :account"
                                + " and a.createdAt >= :from and a.createdAt < :until and a.id > :after order by a.id",
                        Attempt.class)
                .setParameter("account", account.toString())
                .setParameter("from", Utc.of(from))
                .setParameter("until", Utc.of(until))
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }
}
