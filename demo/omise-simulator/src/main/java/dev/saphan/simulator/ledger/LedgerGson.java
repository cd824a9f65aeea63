/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.ledger;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;

final class LedgerGson {

    private LedgerGson() {}

    static Gson create() {
        return new GsonBuilder()
                .serializeNulls()
                .disableHtmlEscaping()
                .registerTypeAdapter(Instant.class, new InstantAdapter().nullSafe())
                .registerTypeAdapter(URI.class, new UriAdapter().nullSafe())
                .create();
    }

    private static final class InstantAdapter extends TypeAdapter<Instant> {
        @Override
        public void write(JsonWriter out, Instant value) throws IOException {
            out.value(value.toString());
        }

        @Override
        public Instant read(JsonReader in) throws IOException {
            return Instant.parse(in.nextString());
        }
    }

    private static final class UriAdapter extends TypeAdapter<URI> {
        @Override
        public void write(JsonWriter out, URI value) throws IOException {
            out.value(value.toString());
        }

        @Override
        public URI read(JsonReader in) throws IOException {
            return URI.create(in.nextString());
        }
    }
}
