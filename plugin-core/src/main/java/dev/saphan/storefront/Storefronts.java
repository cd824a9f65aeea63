/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import dev.saphan.settings.StoreId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The storefronts that live in the same application as the plugin. A storefront's module registers its port when it
 * starts and closes the registration when it stops; it does not matter which of the two starts first:
 *
 * <pre>{@code
 * registration = Storefronts.ofThisApplication()
 *         .register(new StoreId("shop"), contextService.createContextualProxy(port, OrderPort.class));
 * }</pre>
 *
 * <p>The modules of an EAR each have beans of their own, also of classes in its {@code lib/}, but they share the
 * classes; so this is held by its class and is no bean. A port is called on threads of the plugin's module: one that
 * looks names up, or relies on its own module's class loader or security, is wrapped by a {@code ContextService}.
 */
public final class Storefronts {

    private static final Storefronts OF_THIS_APPLICATION = new Storefronts();

    private final Map<StoreId, Entry> present = new ConcurrentHashMap<>();
    private final Set<StoreId> everSeen = ConcurrentHashMap.newKeySet();
    private final List<Consumer<StoreId>> listeners = new CopyOnWriteArrayList<>();

    Storefronts() {}

    /** Those of this EAR, or of this war where the plugin is deployed as one. */
    public static Storefronts ofThisApplication() {
        return OF_THIS_APPLICATION;
    }

    /**
     * From now on the store's messages go to the port, and first those that waited for it. A later registration for the
     * same store replaces an earlier one.
     */
    public Registration register(StoreId store, OrderPort port) {
        Entry entry = new Entry(port);
        everSeen.add(store);
        present.put(store, entry);
        listeners.forEach(listener -> listener.accept(store));
        return () -> present.remove(store, entry);
    }

    /** The listener is called by the thread that registers, for each registration from now on. */
    public Registration listen(Consumer<StoreId> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    Optional<OrderPort> find(StoreId store) {
        return Optional.ofNullable(present.get(store)).map(Entry::port);
    }

    /** Whether the store's storefront registered here at any time: one that went away may come back. */
    boolean everSaw(StoreId store) {
        return everSeen.contains(store);
    }

    /** Ends what was begun, if it was not replaced meanwhile; may be closed again. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {

        @Override
        void close();
    }

    /** Compared by identity, so that the same port registered twice makes two. */
    private static final class Entry {

        private final OrderPort port;

        Entry(OrderPort port) {
            this.port = port;
        }

        OrderPort port() {
            return port;
        }
    }
}
