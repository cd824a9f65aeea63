/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.json;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonStructure;
import java.io.InputStream;
import java.io.StringReader;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * JSON that somebody else wrote. Whatever is wrong with it is a {@link JsonException}: a parser may refuse what is nested
 * too deeply or a number of too many digits by other exceptions, each by its own.
 */
public final class OutsideJson {

    /** No message that we know nests more than six times, and what walks through one calls itself for each level. */
    private static final int DEEPEST = 64;

    /** Understood by the parser of most servers; the others have a limit of their own. */
    private static final String DEPTH = "org.eclipse.parsson.maxDepth";

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of(DEPTH, DEEPEST));
    private static final JsonReaderFactory STRICT_READERS =
            Json.createReaderFactory(Map.of(DEPTH, DEEPEST, JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private OutsideJson() {}

    /** @throws JsonException if it is no object and no list */
    public static JsonStructure structure(String text) {
        return read(() -> READERS.createReader(new StringReader(text)), JsonReader::read);
    }

    /** @throws JsonException if it is no object */
    public static JsonObject object(String text) {
        return read(() -> READERS.createReader(new StringReader(text)), JsonReader::readObject);
    }

    /** @throws JsonException if it is no object */
    public static JsonObject object(InputStream text) {
        return read(() -> READERS.createReader(text), JsonReader::readObject);
    }

    /** @throws JsonException if it is no object, or a name stands in it twice */
    public static JsonObject strictObject(InputStream text) {
        return read(() -> STRICT_READERS.createReader(text), JsonReader::readObject);
    }

    private static <T> T read(Supplier<JsonReader> open, Function<JsonReader, T> read) {
        try (JsonReader reader = open.get()) {
            return read.apply(reader);
        } catch (JsonException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new JsonException("Refused by the parser", e);
        }
    }
}
