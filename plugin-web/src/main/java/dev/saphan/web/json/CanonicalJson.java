/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.json;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One text for all ways to write the same JSON, in the manner of RFC 8785: names sorted, no white space, each number in one
 * form. Numbers stay exact, which they do not there.
 */
final class CanonicalJson {

    private CanonicalJson() {}

    static String of(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> object(value.asJsonObject());
            case ARRAY -> array(value.asJsonArray());
            case NUMBER -> number(((JsonNumber) value).bigDecimalValue());
            default -> value.toString();
        };
    }

    private static String object(JsonObject object) {
        Map<String, JsonValue> sorted = new TreeMap<>(object);
        return sorted.entrySet().stream()
                .map(field -> Json.createValue(field.getKey()) + ":" + of(field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String array(JsonArray array) {
        return array.stream().map(CanonicalJson::of).collect(Collectors.joining(",", "[", "]"));
    }

    /** Not written out: a short exponent may stand for more digits than there is memory. */
    private static String number(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.unscaledValue() + "e" + -(long) shortest.scale();
    }
}
