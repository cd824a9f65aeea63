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
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of(DEPTH, DEEPEST));
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private OutsideJson() {}

    /** @throws JsonException if it is no object and no list */
    public static JsonStructure structure(String text) {
        return read(() -> READERS.createReader(new StringReader(text)), JsonReader::read);
    }

    /**
     * What stands behind the object is not looked at.
     *
     * @throws JsonException if it is no object */
    public static JsonObject object(String text) {
        return read(() -> READERS.createReader(new StringReader(text)), JsonReader::readObject);
    }

    /** @throws JsonException if it is no object, or more than that */
    public static JsonObject wholeObject(byte[] utf8) {
        return whole(new String(utf8, StandardCharsets.UTF_8), READERS);
    }

    /** @throws JsonException if it is no object, or more than that, or a name stands in it twice, or it is not in UTF-8 */
    public static JsonObject strictObject(byte[] utf8) {
        return whole(decoded(utf8), STRICT_READERS);
    }

    private static JsonObject whole(String text, JsonReaderFactory readers) {
        String json = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        JsonObject object = read(() -> readers.createReader(new StringReader(json)), JsonReader::readObject);
        requireEnd(json);
        return object;
    }

    private static String decoded(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new JsonException("Not in UTF-8", e);
        }
    }

    /** A reader stops at the end of the object; a parser goes on until the text ends. */
    private static void requireEnd(String json) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(json))) {
            while (parser.hasNext()) {
                parser.next();
            }
        }
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
