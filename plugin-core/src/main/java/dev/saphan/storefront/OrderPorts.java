/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds a store's order port: registered in this application, an adapter beside the core, or a remote address. */
@Wired
class OrderPorts {

    private final Storefronts storefronts;
    private final Instance<StorefrontAdapter> adapters;
    private final RemoteOrderPorts remote;
    private @Nullable Map<StoreId, StorefrontAdapter> adaptersByStore;

    @Inject
    OrderPorts(Storefronts storefronts, @Any Instance<StorefrontAdapter> adapters, RemoteOrderPorts remote) {
        this.storefronts = storefronts;
        this.adapters = adapters;
        this.remote = remote;
    }

    Optional<OrderPort> of(Store store) {
        return storefronts
                .find(store.id())
                .or(() -> Optional.ofNullable(adaptersByStore().get(store.id())))
                .or(() -> store.orderPort().map(remote::at));
    }

    /** Whether the store's messages leave this application. */
    boolean isRemote(Store store) {
        return storefronts.find(store.id()).isEmpty()
                && !adaptersByStore().containsKey(store.id())
                && store.orderPort().isPresent();
    }

    /** Whether messages for the store have to be kept, be its storefront there or not. */
    boolean isExpected(Store store) {
        return store.orderPortInProcess()
                || storefronts.everSaw(store.id())
                || of(store).isPresent();
    }

    /** Not before they are asked for: an adapter may use the plugin, and is made after it then. */
    private synchronized Map<StoreId, StorefrontAdapter> adaptersByStore() {
        if (adaptersByStore == null) {
            adaptersByStore =
                    adapters.stream().collect(Collectors.toMap(StorefrontAdapter::store, Function.identity()));
        }
        return adaptersByStore;
    }
}
