/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import java.util.Collection;
import java.util.Optional;

/** All stores of this deployment. */
public interface Stores {

    Optional<Store> find(StoreId id);

    /** The store and mode that an API key belongs to. */
    Optional<ApiCaller> callerWithKey(String apiKey);

    Collection<Store> all();

    /** @throws IllegalStateException if the store is no longer configured */
    default Store get(StoreId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("Store " + id + " is not configured"));
    }

    /** Empty if the store or its keys of that mode are no longer configured. */
    default Optional<OmiseAccount> account(AccountKey key) {
        return find(key.store())
                .flatMap(store -> Optional.ofNullable(store.accounts().get(key.mode())));
    }

    /** Who calls the API. */
    record ApiCaller(Store store, Mode mode) {}
}
