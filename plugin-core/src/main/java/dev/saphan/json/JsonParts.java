/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.Map;

/** What JSON is made of. Its provider is looked up once: each look goes through every jar of the application. */
public final class JsonParts {

    private static final JsonProvider PROVIDER = JsonProvider.provider();
    private static final JsonWriterFactory IN_LINES =
            PROVIDER.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    private JsonParts() {}

    public static JsonObjectBuilder object() {
        return PROVIDER.createObjectBuilder();
    }

    public static JsonArrayBuilder array() {
        return PROVIDER.createArrayBuilder();
    }

    public static JsonString text(String text) {
        return PROVIDER.createValue(text);
    }

    /** With a line for each field. */
    public static String inLines(JsonStructure structure) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = IN_LINES.createWriter(text)) {
            writer.write(structure);
        }
        return text.toString().strip();
    }
}
