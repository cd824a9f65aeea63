/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.control;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.net.URI;
import java.time.Instant;

/** The books as JSON, named as Omise names things. */
final class BooksJson {

    private static final Gson GSON = new GsonBuilder()
            .serializeNulls()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .registerTypeAdapter(Instant.class, (JsonSerializer<Instant>)
                    (time, type, context) -> new JsonPrimitive(time.toString()))
            .registerTypeAdapter(
                    URI.class, (JsonSerializer<URI>) (uri, type, context) -> new JsonPrimitive(uri.toString()))
            .create();

    private BooksJson() {}

    static JsonElement of(Books books) {
        return GSON.toJsonTree(books);
    }
}
