/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.configuration;

import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Reads the settings of a store for a person: what holds, where it comes from, and never a secret. */
@Wired
public class StoreSettings {

    private static final int SHOWN = 4;

    private final LiveStores stores;
    private final StoredSettings stored;
    private final Transactions transactions;

    @Inject
    StoreSettings(LiveStores stores, StoredSettings stored, Transactions transactions) {
        this.stores = stores;
        this.stored = stored;
        this.transactions = transactions;
    }

    /**
     * The settings as they are now.
     *
     * @param revision to be sent back with a change, so that it is refused if others changed something meanwhile
     */
    public record View(StoreId store, long revision, Map<String, String> inDatabase, LiveStores stores) {

        /** What holds; of a secret only that there is one and how it ends. Empty if it is not set. */
        public String value(String name) {
            String value = here(name).or(() -> configured(name)).orElse("");
            return SettingName.isSecret(name) && !value.isEmpty() ? masked(value) : value;
        }

        /** Whether an admin set it; otherwise it comes from the deployment's configuration or is the default. */
        public boolean isSetHere(String name) {
            return here(name).isPresent();
        }

        /** The store that these settings make, even if this node has not taken notice of them yet. */
        public Store read() {
            return stores.with(inDatabase).get(store);
        }

        private Optional<String> here(String name) {
            return Optional.ofNullable(inDatabase.get(key(name)));
        }

        private Optional<String> configured(String name) {
            return stores.configured(key(name));
        }

        private String key(String name) {
            return "saphan.store." + store + "." + name;
        }

        private static String masked(String value) {
            return "••••" + (value.length() > 2 * SHOWN ? value.substring(value.length() - SHOWN) : "");
        }
    }

    public View of(StoreId store) {
        return transactions.call(() -> new View(store, stored.revision(), stored.byKey(), stores));
    }
}
