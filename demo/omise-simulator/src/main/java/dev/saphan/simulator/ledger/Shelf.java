/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.ledger;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Things of one type by id. {@link #put} belongs inside {@link Ledger#change}. */
public final class Shelf<T> {

    private static final Gson GSON = LedgerGson.create();

    private final Ledger ledger;
    private final String name;
    private final Function<T, String> id;
    private final Map<String, T> things = new LinkedHashMap<>();

    Shelf(Ledger ledger, String name, Class<T> type, Function<T, String> id, Map<String, JsonElement> found) {
        this.ledger = ledger;
        this.name = name;
        this.id = id;
        found.forEach((key, value) -> things.put(key, GSON.fromJson(value, type)));
    }

    public void put(T thing) {
        String key = id.apply(thing);
        things.put(key, thing);
        ledger.put(name, key, () -> GSON.toJsonTree(thing));
    }

    public Optional<T> find(String wanted) {
        return ledger.read(() -> Optional.ofNullable(things.get(wanted)));
    }

    /** In the order in which they first came. */
    public List<T> all() {
        return ledger.read(() -> List.copyOf(things.values()));
    }
}
