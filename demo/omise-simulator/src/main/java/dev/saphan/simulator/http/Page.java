/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Omise's paging of lists: {@code limit} (20, at most 100), {@code offset}, {@code from}, {@code to}, {@code order}. */
public record Page(int limit, int offset, Instant from, Instant to, boolean newestFirst) {

    public static Page of(Params query, Instant now) {
        int limit =
                Math.toIntExact(Math.max(1, Math.min(100, query.whole("limit").orElse(20L))));
        int offset = Math.toIntExact(
                Math.max(0, Math.min(Integer.MAX_VALUE, query.whole("offset").orElse(0L))));
        return new Page(
                limit,
                offset,
                time(query, "from", Instant.EPOCH),
                time(query, "to", now),
                query.text("order")
                        .map(order -> order.toLowerCase(Locale.ROOT))
                        .filter("reverse_chronological"::equals)
                        .isPresent());
    }

    /** What lies before 1970 is no time: programs in Go send the year 1 where they have none. */
    private static Instant time(Params query, String name, Instant otherwise) {
        try {
            return query.text(name)
                    .map(text -> text.length() == 10 ? text + "T00:00:00Z" : text)
                    .map(text -> OffsetDateTime.parse(text).toInstant())
                    .filter(told -> told.isAfter(Instant.EPOCH))
                    .orElse(otherwise);
        } catch (DateTimeParseException e) {
            throw new ApiError(400, "bad_request", name + " is not a valid time");
        }
    }

    /** {@code all} in the order in which the things came. */
    public <T> JsonObject list(
            String location, List<T> all, Function<T, Instant> createdAt, Function<T, ? extends JsonElement> json) {
        List<T> wanted = new ArrayList<>(
                all.stream().filter(thing -> isBetween(createdAt.apply(thing))).toList());
        if (newestFirst) {
            Collections.reverse(wanted);
        }
        JsonObject list = new JsonObject();
        list.addProperty("object", "list");
        list.add("data", Json.array(wanted.stream().skip(offset).limit(limit).map(json)));
        list.addProperty("limit", limit);
        list.addProperty("offset", offset);
        list.addProperty("total", wanted.size());
        list.addProperty("location", location);
        list.addProperty("order", newestFirst ? "reverse_chronological" : "chronological");
        list.addProperty("from", Json.time(from));
        list.addProperty("to", Json.time(to));
        return list;
    }

    /** Omise counts in seconds: a thing made in the second of {@code to} is in. */
    private boolean isBetween(Instant time) {
        return time.getEpochSecond() >= from.getEpochSecond() && time.getEpochSecond() <= to.getEpochSecond();
    }
}
