/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.ledger;

import com.google.gson.Gson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Things of one type by id. {@link #put} belongs inside {@link Ledger#change}. */
public final class Shelf<T> {

    private record Entry<T>(long number, T value) {}

    private static final Gson GSON = LedgerGson.create();

    private final Ledger ledger;
    private final Function<T, String> id;
    private final @Nullable MVMap<Long, String> file;
    private final Map<String, Entry<T>> entries = new LinkedHashMap<>();
    private long last;

    Shelf(Ledger ledger, Class<T> type, Function<T, String> id, @Nullable MVMap<Long, String> file) {
        this.ledger = ledger;
        this.id = id;
        this.file = file;
        if (file != null) {
            file.forEach((number, text) -> remember(number, GSON.fromJson(text, type)));
        }
    }

    public void put(T value) {
        Entry<T> present = entries.get(id.apply(value));
        long number = present == null ? last + 1 : present.number();
        remember(number, value);
        if (file != null) {
            file.put(number, GSON.toJson(value));
        }
    }

    public Optional<T> find(String wanted) {
        return ledger.read(() -> Optional.ofNullable(entries.get(wanted)).map(Entry::value));
    }

    /** In the order in which they first came. */
    public List<T> all() {
        return ledger.read(() -> entries.values().stream().map(Entry::value).toList());
    }

    private void remember(long number, T value) {
        entries.put(id.apply(value), new Entry<>(number, value));
        last = Math.max(last, number);
    }
}
