/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How Omise writes things that JSON has no type for. */
public final class Json {

    private Json() {}

    /** ISO-8601 in UTC, whole seconds. */
    public static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    public static JsonArray array(Stream<? extends JsonElement> elements) {
        JsonArray array = new JsonArray();
        elements.forEach(array::add);
        return array;
    }
}
