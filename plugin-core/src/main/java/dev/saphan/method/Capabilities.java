/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.method;

import dev.saphan.gateway.Capability;
import dev.saphan.persistence.PluginData;
import dev.saphan.settings.AccountKey;
import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;

/** What each account may take, as Omise last told. Never asked for while a shopper waits. */
@Wired
class Capabilities {

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    Capabilities(@PluginData EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Empty until Omise was asked for the first time. */
    Optional<Capability> of(StoreId store, Mode mode) {
        return Optional.ofNullable(entities.find(StoredCapability.class, key(store, mode)))
                .map(StoredCapability::capability);
    }

    /** Whether it differs from what was known. */
    boolean refresh(StoreId store, Mode mode, Capability capability) {
        StoredCapability stored = entities.find(StoredCapability.class, key(store, mode));
        if (stored == null) {
            stored = new StoredCapability(key(store, mode));
            entities.persist(stored);
        }
        return stored.refresh(capability, clock.instant());
    }

    static String key(StoreId store, Mode mode) {
        return new AccountKey(store, mode).toString();
    }
}
