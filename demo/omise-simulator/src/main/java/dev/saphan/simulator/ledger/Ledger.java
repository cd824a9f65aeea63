/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.ledger;

import com.google.gson.JsonElement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One lock and one file for everything the simulator knows. A {@link #change} is atomic: after a kill either all of it
 * is there or nothing. It is written before the caller goes on, so what was answered was written down first.
 *
 * <p>Written means handed to the operating system: it survives the death of the process, not that of the machine.
 */
public final class Ledger implements AutoCloseable {

    private final @Nullable Journal journal;
    private final List<JournalEntry> unwritten = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private int depth;

    private Ledger(@Nullable Journal journal) {
        this.journal = journal;
    }

    public static Ledger inMemory() {
        return new Ledger(null);
    }

    public static Ledger inFile(Path file) {
        return new Ledger(Journal.open(file));
    }

    /** A shelf keeps things of one type in the order in which they first came. */
    public <T> Shelf<T> shelf(String name, Class<T> type, Function<T, String> id) {
        Map<String, JsonElement> found = journal == null ? Map.of() : journal.found(name);
        return new Shelf<>(this, name, type, id, found);
    }

    /** A change within a change is part of it. */
    public <T> T change(Supplier<T> work) {
        List<Runnable> due;
        T result;
        synchronized (this) {
            depth++;
            try {
                result = work.get();
            } finally {
                depth--;
                if (depth == 0) {
                    write();
                }
            }
            due = due();
        }
        due.forEach(Runnable::run);
        return result;
    }

    /** Runs when the change under way is written. */
    public synchronized void afterwards(Runnable work) {
        afterwards.add(work);
    }

    public synchronized <T> T read(Supplier<T> work) {
        return work.get();
    }

    /** Put on a shelf within a change. */
    synchronized void put(String shelf, String id, Supplier<JsonElement> value) {
        if (journal != null) {
            unwritten.add(new JournalEntry(shelf, id, value.get()));
        }
    }

    private List<Runnable> due() {
        if (depth > 0) {
            return List.of();
        }
        List<Runnable> due = List.copyOf(afterwards);
        afterwards.clear();
        return due;
    }

    /** Also after a failure: the file says what memory says. */
    private void write() {
        if (journal != null && !unwritten.isEmpty()) {
            List<JournalEntry> change = List.copyOf(unwritten);
            unwritten.clear();
            journal.write(change);
        }
    }

    @Override
    public synchronized void close() {
        if (journal != null) {
            journal.close();
        }
    }
}
