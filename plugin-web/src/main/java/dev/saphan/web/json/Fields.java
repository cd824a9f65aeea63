/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.json;

import dev.saphan.money.Money;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The fields of one JSON object. Every complaint names the field by its path, such as {@code amount.currency}. */
public final class Fields {

    private final JsonObject object;
    private final String path;

    Fields(JsonObject object, String path) {
        this.object = object;
        this.path = path;
    }

    /** Absent, null, or text that is not blank and not longer than that. */
    public Optional<String> text(String name, int longest) {
        return value(name).map(value -> {
            if (!(value instanceof JsonString string)
                    || string.getString().isBlank()
                    || string.getString().length() > longest
                    || hasControl(string.getString())) {
                throw invalid(name);
            }
            return string.getString();
        });
    }

    public String requiredText(String name, int longest) {
        return text(name, longest).orElseThrow(() -> missing(name));
    }

    /** Text in a form of its own; what the parser throws as {@link IllegalArgumentException} is a bad field. */
    public <T> Optional<T> parsed(String name, int longest, Function<String, T> parser) {
        return text(name, longest).map(text -> {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException e) {
                throw invalid(name);
            }
        });
    }

    public Optional<Instant> instant(String name) {
        return text(name, 40).map(text -> {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException e) {
                throw invalid(name);
            }
        });
    }

    /** A whole number, read exactly: {@code 5.0}, {@code "5"} and what does not fit are refused. */
    public Optional<Long> integer(String name) {
        return value(name).map(value -> {
            if (!(value instanceof JsonNumber number) || !number.isIntegral()) {
                throw Problem.inField(ErrorCode.INVALID_AMOUNT, at(name));
            }
            try {
                return number.longValueExact();
            } catch (ArithmeticException e) {
                throw Problem.inField(ErrorCode.INVALID_AMOUNT, at(name));
            }
        });
    }

    public Optional<Fields> object(String name) {
        return value(name).map(value -> {
            if (!(value instanceof JsonObject inner)) {
                throw invalid(name);
            }
            return new Fields(inner, at(name));
        });
    }

    public Optional<List<Fields>> objects(String name, int most) {
        return value(name).map(value -> {
            if (!(value instanceof JsonArray array) || array.size() > most) {
                throw invalid(name);
            }
            List<Fields> all = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                if (!(array.get(i) instanceof JsonObject inner)) {
                    throw invalid(name + "[" + i + "]");
                }
                all.add(new Fields(inner, at(name + "[" + i + "]")));
            }
            return all;
        });
    }

    /** This object as an amount of money, more than nothing. */
    public Money asMoney() {
        long amount = integer("amount").orElseThrow(() -> missing("amount"));
        if (amount <= 0) {
            throw Problem.inField(ErrorCode.INVALID_AMOUNT, at("amount"));
        }
        requiredText("currency", 3);
        return parsed("currency", 3, code -> Money.ofMinor(amount, code)).orElseThrow();
    }

    /** This object in JSON, as it came. */
    public JsonObject raw() {
        return object;
    }

    public Problem invalid(String name) {
        return Problem.inField(ErrorCode.INVALID_FIELD, at(name));
    }

    private Problem missing(String name) {
        return Problem.inField(ErrorCode.MISSING_FIELD, at(name));
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private Optional<JsonValue> value(String name) {
        JsonValue value = object.get(name);
        return value == null || value == JsonValue.NULL ? Optional.empty() : Optional.of(value);
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(character -> Character.isISOControl(character) && character != '\n');
    }
}
