/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parameters of a call, whether they came as a form, as JSON or in the query. Null and absent are the same. */
public record Params(JsonObject values) {

    public static Params of(@Nullable String contentType, String body) {
        if (body.isBlank()) {
            return new Params(new JsonObject());
        }
        if (contentType != null && contentType.startsWith("application/json")) {
            return json(body);
        }
        return new Params(FormText.parse(body));
    }

    private static Params json(String body) {
        try {
            JsonElement element = JsonParser.parseString(body);
            if (element.isJsonObject()) {
                return new Params(element.getAsJsonObject());
            }
        } catch (JsonParseException e) {
            throw new ApiError(400, "bad_request", "the body is not valid JSON");
        }
        throw ApiError.badRequest("the body is not a JSON object");
    }

    /** These, and of the others what these do not say. */
    Params or(Params others) {
        JsonObject all = others.values().deepCopy();
        values.entrySet().forEach(entry -> all.add(entry.getKey(), entry.getValue()));
        return new Params(all);
    }

    public boolean has(String name) {
        return find(name).isPresent();
    }

    public Optional<JsonElement> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isJsonNull());
    }

    public Optional<String> text(String name) {
        return find(name)
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString)
                .filter(text -> !text.isEmpty());
    }

    public Optional<Params> object(String name) {
        return find(name).filter(JsonElement::isJsonObject).map(value -> new Params(value.getAsJsonObject()));
    }

    public boolean flag(String name) {
        return text(name)
                .map(value -> List.of("true", "yes", "on", "1").contains(value))
                .orElse(false);
    }

    /** Exact: no fraction, no overflow. A form has only text, so text of digits is a number too. */
    public Optional<Long> whole(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        try {
            return text(name).map(value -> new BigDecimal(value).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw ApiError.badRequest(name + " is not a number");
        }
    }

    public List<String> texts(String name) {
        Optional<JsonElement> value = find(name);
        if (value.isEmpty()) {
            return List.of();
        }
        JsonElement found = value.get();
        if (found instanceof JsonArray array) {
            return array.asList().stream()
                    .filter(JsonPrimitive.class::isInstance)
                    .map(JsonElement::getAsString)
                    .toList();
        }
        return found.isJsonPrimitive() ? List.of(found.getAsString()) : List.of();
    }

    /** The metadata of a call; {@code {}} when there is none. */
    public Optional<JsonObject> metadata() {
        Optional<JsonElement> given = find("metadata");
        if (given.isPresent() && !given.get().isJsonObject()) {
            throw ApiError.badRequest("metadata should be a JSON hash");
        }
        return given.map(JsonElement::getAsJsonObject);
    }
}
