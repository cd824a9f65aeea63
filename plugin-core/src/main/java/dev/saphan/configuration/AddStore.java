/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.configuration;

import dev.saphan.audit.AuditTrail;
import dev.saphan.audit.Who;
import dev.saphan.configuration.ChangeStore.Outcome;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.InvalidConfiguration;
import dev.saphan.settings.StoreChanged;
import dev.saphan.settings.StoreId;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/**
 * Adds a store that the deployment's configuration does not name. It is there on every node within
 * {@link LiveStores#FRESH}; keys, storefront and the rest are set for it as for any other. A store stays: payments may
 * belong to it.
 */
@Wired
public class AddStore {

    private final LiveStores stores;
    private final StoredSettings stored;
    private final SettingName names;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Event<StoreChanged> added;

    @Inject
    AddStore(
            LiveStores stores,
            StoredSettings stored,
            SettingName names,
            AuditTrail trail,
            Transactions transactions,
            Event<StoreChanged> added) {
        this.stores = stores;
        this.stored = stored;
        this.names = names;
        this.trail = trail;
        this.transactions = transactions;
        this.added = added;
    }

    /**
     * @param id lower-case letters, digits and hyphens; a finding under {@code id} is {@code store.id} or
     *     {@code store.taken}
     * @param settings first ones, by name
     */
    public Outcome add(Who who, String id, Map<String, String> settings) {
        settings.keySet().stream()
                .filter(name -> !names.isKnown(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException("No setting of a store: " + unknown);
                });
        StoreId store;
        try {
            store = new StoreId(id);
        } catch (IllegalArgumentException e) {
            return new Outcome(Map.of("id", "store.id"));
        }
        if (stores.find(store).isPresent()) {
            return new Outcome(Map.of("id", "store.taken"));
        }
        try {
            stores.with(transactions.call(() -> withNew(store, settings)));
        } catch (InvalidConfiguration e) {
            return new Outcome(ChangeStore.byName(store, e.findings()));
        }
        if (!transactions.callAgainOnConflict(() -> keep(who, store, settings))) {
            return new Outcome(Map.of("id", "store.taken"));
        }
        stores.refresh();
        added.fire(new StoreChanged(store));
        return Outcome.SAVED;
    }

    private Map<String, String> withNew(StoreId store, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(stored.byKey());
        all.put(ChangeStore.key(store, LiveStores.ADDED), "true");
        settings.forEach((name, value) -> all.put(ChangeStore.key(store, name), value.strip()));
        return all;
    }

    private boolean keep(Who who, StoreId store, Map<String, String> settings) {
        SettingsRevision current = stored.lock();
        if (stored.byKey().containsKey(ChangeStore.key(store, LiveStores.ADDED))) {
            return false;
        }
        stored.set(store, LiveStores.ADDED, "true", who.name());
        settings.forEach((name, value) -> stored.set(store, name, value.strip(), who.name()));
        current.next();
        trail.record(who, "store.add", store, store.value(), "");
        return true;
    }
}
