/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds a store's order port: one registered in this process, else the remote address of its settings. */
@Wired
public class OrderPorts {

    private final RemoteOrderPorts remote;
    private final Map<StoreId, OrderPort> registered = new ConcurrentHashMap<>();

    @Inject
    OrderPorts(RemoteOrderPorts remote) {
        this.remote = remote;
    }

    /** For a storefront in the same application; a later registration replaces an earlier one. */
    public void register(StoreId store, OrderPort port) {
        registered.put(store, port);
    }

    Optional<OrderPort> of(Store store) {
        OrderPort local = registered.get(store.id());
        return local != null ? Optional.of(local) : store.orderPort().map(remote::at);
    }
}
