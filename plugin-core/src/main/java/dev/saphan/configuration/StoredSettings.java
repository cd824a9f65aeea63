/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.configuration;

import dev.saphan.persistence.PluginData;
import dev.saphan.secret.Seal;
import dev.saphan.settings.StoreId;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All settings in the database. Call it inside a transaction. */
@Wired
public class StoredSettings {

    private final EntityManager entities;
    private final Seal seal;
    private final Clock clock;

    @Inject
    StoredSettings(@PluginData EntityManager entities, Seal seal, Clock clock) {
        this.entities = entities;
        this.seal = seal;
        this.clock = clock;
    }

    long revision() {
        return entities.find(SettingsRevision.class, SettingsRevision.ONLY).revision();
    }

    /** Holds off every other change until this transaction ends. */
    SettingsRevision lock() {
        return entities.find(SettingsRevision.class, SettingsRevision.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Values by the key under which the deployment's configuration knows them. */
    Map<String, String> byKey() {
        return rows().stream().collect(Collectors.toMap(StoredSetting::key, row -> row.value(seal)));
    }

    void set(StoreId store, String name, String value, String who) {
        StoredSetting row = entities.find(StoredSetting.class, StoredSetting.id(store, name));
        if (row == null) {
            row = new StoredSetting(store, name);
            row.set(value, seal, who, clock.instant());
            entities.persist(row);
        } else {
            row.set(value, seal, who, clock.instant());
        }
    }

    /** What the deployment's configuration says holds again. */
    void remove(StoreId store, String name) {
        StoredSetting row = entities.find(StoredSetting.class, StoredSetting.id(store, name));
        if (row != null) {
            entities.remove(row);
        }
    }

    SealSettingsAgain.Count count() {
        List<StoredSetting> all = rows();
        return new SealSettingsAgain.Count(
                all.size(), all.stream().filter(row -> !row.isOfNewestKey(seal)).count());
    }

    /** @return how many were sealed anew: those that the newest key did not seal */
    int sealAgain() {
        List<StoredSetting> older =
                rows().stream().filter(row -> !row.isOfNewestKey(seal)).toList();
        older.forEach(row -> row.sealAgain(seal));
        return older.size();
    }

    private List<StoredSetting> rows() {
        return entities.createQuery("select s from StoredSetting s order by s.id", StoredSetting.class)
                .getResultList();
    }
}
