/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.alert;

import dev.saphan.persistence.PluginData;
import dev.saphan.settings.StoreId;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All alerts, open and settled. Call it inside a transaction. */
@Wired
public class Alerts {

    private static final int MOST_SHOWN = 500;

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    Alerts(@PluginData EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Those that nobody settled yet, newest first. */
    public List<Alert> open() {
        return entities.createQuery(
                        "select a from Alert a where a.settledAt is null order by a.lastAt desc", Alert.class)
                .setMaxResults(MOST_SHOWN)
                .getResultList();
    }

    /**
     * A store's last alerts, open or settled, newest first.
     *
     * @param installation also those of no store
     */
    public List<Alert> newest(StoreId store, boolean installation, int limit) {
        return entities.createQuery(
                        "select a from Alert a where a.storeId = :store or (a.storeId is null and :installation = true)"
                                + " order by a.lastAt desc",
                        Alert.class)
                .setParameter("store", store.value())
                .setParameter("installation", installation)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * Answers the alert if it is a new one, and not an open one that happened again.
     *
     * @param store null if it concerns the installation
     */
    Optional<Alert> raise(@Nullable StoreId store, AlertKind kind, String subject, String detail) {
        Optional<Alert> open = findOpen(store, kind, subject);
        Alert alert = open.orElseGet(() -> {
            Alert raised = new Alert(store, kind, subject, clock.instant());
            entities.persist(raised);
            return raised;
        });
        alert.happened(detail, clock.instant());
        entities.flush();
        return open.isPresent() ? Optional.empty() : Optional.of(alert);
    }

    Optional<Alert> find(String id) {
        return Optional.ofNullable(entities.find(Alert.class, id));
    }

    void settle(@Nullable StoreId store, AlertKind kind, String subject, String who) {
        findOpen(store, kind, subject).ifPresent(alert -> alert.settle(who, clock.instant()));
    }

    Optional<Alert> lock(String id) {
        return Optional.ofNullable(entities.find(Alert.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private Optional<Alert> findOpen(@Nullable StoreId store, AlertKind kind, String subject) {
        return entities.createQuery("select a from Alert a where a.openKey = :key", Alert.class)
                .setParameter("key", Alert.openKey(store, kind, subject))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }
}
