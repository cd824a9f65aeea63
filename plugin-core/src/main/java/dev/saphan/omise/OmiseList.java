/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import dev.saphan.gateway.Listed;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What could be read of a list of Omise's. An entry that cannot be read is left out, and the others are not touched by
 * it.
 *
 * @param unread the entries that were left out, as they stand there
 * @param total how many the whole list has, as far as Omise says
 */
record OmiseList<T>(List<T> read, List<JsonValue> unread, int total) {

    /**
     * @param what the entries are, in the log
     * @param field in which they stand
     * @throws Unreadable if it is no list
     */
    static <T> OmiseList<T> of(String what, OmiseObject list, String field, Function<OmiseObject, T> reader) {
        if (!(list.value(field).orElse(JsonValue.NULL) instanceof JsonArray data)) {
            throw new Unreadable(list.name() + "." + field);
        }
        List<T> read = new ArrayList<>();
        List<JsonValue> unread = new ArrayList<>();
        for (JsonValue entry : data) {
            try {
                read.add(reader.apply(OmiseObject.of(what, entry)));
            } catch (Unreadable e) {
                Oddities.note(e.what());
                unread.add(entry);
            }
        }
        if (!unread.isEmpty()) {
            Oddities.skipped(what, unread.size());
        }
        return new OmiseList<>(read, unread, list.whole("total").orElse(data.size()));
    }

    static <T> OmiseList<T> parse(String what, String body, Function<OmiseObject, T> reader) {
        return of(what, OmiseObject.parse("list", body), "data", reader);
    }

    /** How many entries Omise told, readable or not. */
    int told() {
        return read.size() + unread.size();
    }

    Listed<T> listed() {
        return new Listed<>(read, total, unread.size());
    }
}
