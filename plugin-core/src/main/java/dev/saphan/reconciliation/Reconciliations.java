/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.persistence.PluginData;
import dev.saphan.settings.AccountKey;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** All comparisons of the books. Call it inside a transaction. */
@Wired
public class Reconciliations {

    private final EntityManager entities;

    @Inject
    Reconciliations(@PluginData EntityManager entities) {
        this.entities = entities;
    }

    public Optional<Reconciliation> find(ReconciliationId id) {
        return Optional.ofNullable(entities.find(Reconciliation.class, id.value()));
    }

    /** Newest first. */
    public List<Reconciliation> newest(AccountKey account, int limit) {
        return entities.createQuery(
                        "select r from Reconciliation r where r.accountKey = :account order by r.createdAt desc, r.id desc",
                        Reconciliation.class)
                .setParameter("account", account.toString())
                .setMaxResults(limit)
                .getResultList();
    }

    Optional<Reconciliation> findRunning(AccountKey account, Period period) {
        return entities.createQuery("select r from Reconciliation r where r.runningKey = :key", Reconciliation.class)
                .setParameter("key", Reconciliation.runningKey(account, period))
                .getResultStream()
                .findFirst();
    }

    Optional<Reconciliation> lock(ReconciliationId id) {
        return Optional.ofNullable(entities.find(Reconciliation.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    void add(Reconciliation run) {
        entities.persist(run);
        entities.flush();
    }
}
