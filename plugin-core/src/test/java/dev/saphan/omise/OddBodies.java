/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Bodies of Omise's, and the same with one field in another form than it is known in. */
final class OddBodies {

    private static final Path SAMPLES = Path.of("..", "demo", "omise-simulator", "src", "test", "resources", "samples");

    private static final List<JsonValue> OTHERS = List.of(
            JsonValue.NULL,
            JsonValue.TRUE,
            JsonValue.FALSE,
            Json.createValue(""),
            Json.createValue("  "),
            Json.createValue("down"),
            Json.createValue("https://pay.example/a b|c{d"),
            Json.createValue("2026-11-27"),
            Json.createValue("2026-11-27T10:00:00"),
            Json.createValue("+999999999-01-01T00:00:00Z"),
            Json.createValue("\u0000\ud83d\ude00'\u0085"),
            Json.createValue("x".repeat(2_001)),
            Json.createValue(7),
            Json.createValue(-1),
            Json.createValue(new BigDecimal("10.5")),
            Json.createValue(new BigDecimal("1e400")),
            Json.createValue(new BigDecimal("9".repeat(400))),
            JsonValue.EMPTY_JSON_ARRAY,
            Json.createArrayBuilder().addNull().add(1).build(),
            JsonValue.EMPTY_JSON_OBJECT,
            Json.createObjectBuilder().add("message", "down").build());

    private static final List<JsonValue> FEW =
            List.of(JsonValue.NULL, Json.createValue("down"), JsonValue.EMPTY_JSON_ARRAY);

    private OddBodies() {}

    /** @param kind {@code charge} or {@code refund} */
    static List<JsonObject> samples(String kind) {
        try (var files = Files.list(SAMPLES)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-" + kind + ".json"))
                    .sorted()
                    .map(OddBodies::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject read(Path file) {
        try (var reader = Json.createReader(new StringReader(Files.readString(file)))) {
            return reader.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With one field, at whatever depth, dropped, or in another form. */
    static List<JsonObject> of(JsonObject body) {
        return of(body, new HashSet<>());
    }

    /** @param known fields that others had in the same form before: of these no more than a few forms */
    static List<JsonObject> of(JsonObject body, Set<String> known) {
        List<JsonObject> odd = new ArrayList<>();
        for (String field : fields("", body)) {
            JsonValue told = Json.createPointer(field).getValue(body);
            boolean isKnown = !known.add(field + " " + told.getValueType());
            odd.add(Json.createPointer(field).remove(body));
            (isKnown ? FEW : OTHERS).forEach(other -> odd.add(with(body, field, other)));
            garbled(told).stream().limit(isKnown ? 1 : 9).forEach(other -> odd.add(with(body, field, other)));
        }
        return odd;
    }

    static JsonObject with(JsonObject body, String field, JsonValue value) {
        return Json.createPointer(field).replace(body, value);
    }

    static String list(List<? extends JsonValue> entries) {
        JsonArray data = Json.createArrayBuilder(entries).build();
        return Json.createObjectBuilder()
                .add("object", "list")
                .add("total", entries.size())
                .add("data", data)
                .build()
                .toString();
    }

    private static List<JsonValue> garbled(JsonValue told) {
        if (told instanceof JsonString text) {
            return List.of(
                    Json.createValue(text.getString() + "\u0000"),
                    Json.createValue(text.getString().toUpperCase(Locale.ROOT)),
                    Json.createValue(text.getString().repeat(61)),
                    Json.createArrayBuilder().add(told).build());
        } else if (told instanceof JsonNumber number) {
            return List.of(
                    Json.createValue(number.toString()),
                    Json.createValue(number.bigDecimalValue().add(new BigDecimal("0.01"))),
                    Json.createArrayBuilder().add(told).build());
        }
        return List.of();
    }

    private static List<String> fields(String at, JsonStructure json) {
        List<String> fields = new ArrayList<>();
        if (json instanceof JsonObject object) {
            object.forEach((name, value) -> enter(fields, at + "/" + Json.encodePointer(name), value));
        } else if (json instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                enter(fields, at + "/" + i, array.get(i));
            }
        }
        return fields;
    }

    private static void enter(List<String> fields, String at, JsonValue value) {
        fields.add(at);
        if (value instanceof JsonStructure inner) {
            fields.addAll(fields(at, inner));
        }
    }
}
