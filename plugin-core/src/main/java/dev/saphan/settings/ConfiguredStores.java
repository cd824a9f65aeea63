/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import dev.saphan.secret.Digests;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The stores that the deployment's configuration names in {@code saphan.stores}. */
public final class ConfiguredStores implements Stores {

    private final Map<StoreId, Store> stores = new LinkedHashMap<>();

    private ConfiguredStores(Collection<Store> all) {
        all.forEach(store -> stores.put(store.id(), store));
    }

    /** @throws InvalidConfiguration with every bad setting of every store */
    public static ConfiguredStores read(Config config, List<String> methodCodes) {
        return read(Lookup.in(config), methodCodes);
    }

    /** @throws InvalidConfiguration with every bad setting of every store */
    public static ConfiguredStores read(Lookup lookup, List<String> methodCodes) {
        SettingsReader settings = new SettingsReader(lookup);
        List<String> names = settings.list("saphan.stores");
        if (names.isEmpty()) {
            settings.reject("saphan.stores", "must name at least one store");
        }
        Map<StoreId, Store> stores = new LinkedHashMap<>();
        for (String name : names) {
            try {
                StoreId id = new StoreId(name);
                stores.put(id, new StoreReader(settings, id).read(methodCodes));
            } catch (IllegalArgumentException e) {
                settings.reject("saphan.stores", "holds " + name + ", which is no store id");
            }
        }
        requireOwnApiKeys(settings, stores.values());
        settings.finish();
        return new ConfiguredStores(stores.values());
    }

    /** A key that two stores have would open whichever comes first. */
    private static void requireOwnApiKeys(SettingsReader settings, Collection<Store> stores) {
        Map<String, StoreId> owners = new LinkedHashMap<>();
        for (Store store : stores) {
            store.apiKeyHashes().forEach((hash, mode) -> {
                StoreId other = owners.putIfAbsent(hash, store.id());
                if (other != null) {
                    settings.reject(apiKey(store.id(), mode), "must not be a key of " + other + " too");
                    store(stores, other)
                            .ifPresent(owner -> settings.reject(
                                    apiKey(
                                            other,
                                            Objects.requireNonNull(
                                                    owner.apiKeyHashes().get(hash))),
                                    "must not be a key of " + store.id() + " too"));
                }
            });
        }
    }

    private static Optional<Store> store(Collection<Store> stores, StoreId id) {
        return stores.stream().filter(store -> store.id().equals(id)).findFirst();
    }

    private static String apiKey(StoreId id, Mode mode) {
        return "saphan.store." + id + "." + mode.code() + ".api-key-sha256";
    }

    @Override
    public Optional<Store> find(StoreId id) {
        return Optional.ofNullable(stores.get(id));
    }

    @Override
    public Optional<ApiCaller> callerWithKey(String apiKey) {
        String hash = Digests.sha256(apiKey);
        return stores.values().stream()
                .filter(store -> store.apiKeyHashes().containsKey(hash))
                .findFirst()
                .map(store -> new ApiCaller(
                        store, Objects.requireNonNull(store.apiKeyHashes().get(hash))));
    }

    @Override
    public Collection<Store> all() {
        return stores.values();
    }
}
