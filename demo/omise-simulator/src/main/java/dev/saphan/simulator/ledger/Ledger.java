/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.ledger;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * One lock and one file for everything the simulator knows. A {@link #change} is atomic: after a kill either all of it
 * is there or nothing. It is committed before the caller goes on, so what was answered was written down first.
 *
 * <p>Written means handed to the operating system: it survives the death of the process, not that of the machine.
 */
public final class Ledger implements AutoCloseable {

    private final @Nullable MVStore store;

    private Ledger(@Nullable MVStore store) {
        this.store = store;
    }

    public static Ledger inMemory() {
        return new Ledger(null);
    }

    public static Ledger inFile(Path file) {
        return new Ledger(new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .open());
    }

    /** A shelf keeps things of one type in the order in which they first came. */
    public <T> Shelf<T> shelf(String name, Class<T> type, Function<T, String> id) {
        return new Shelf<>(this, type, id, store == null ? null : store.openMap(name));
    }

    public synchronized <T> T change(Supplier<T> work) {
        T result = work.get();
        if (store != null) {
            store.commit();
        }
        return result;
    }

    public synchronized <T> T read(Supplier<T> work) {
        return work.get();
    }

    @Override
    public synchronized void close() {
        if (store != null) {
            store.close();
        }
    }
}
