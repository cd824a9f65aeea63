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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fields of one JSON object. Every complaint names the field by its path, such as {@code amount.currency}. A text that is
 * blank counts as absent.
 */
public final class Fields {

    private static final int MOST_DIGITS = 30;

    private final JsonObject object;
    private final String path;
    private final Warnings warnings;

    Fields(JsonObject object, String path, Warnings warnings) {
        this.object = object;
        this.path = path;
        this.warnings = warnings;
    }

    /** Text that is used as it stands: without control characters and not longer than that, in UTF-16 units. */
    public Optional<String> text(String name, int longest) {
        return string(name).filter(text -> !text.isBlank()).map(text -> {
            if (text.length() > longest || hasControl(text)) {
                throw invalid(name);
            }
            return text;
        });
    }

    public String requiredText(String name, int longest) {
        return text(name, longest).orElseThrow(() -> missing(name));
    }

    /** Text of one line whose content matters; white space at its ends is left out, any other counts as one space. */
    public Optional<String> line(String name, int longest) {
        return string(name)
                .map(Whitespace::folded)
                .filter(text -> !text.isEmpty())
                .map(text -> {
                    if (text.length() > longest) {
                        throw invalid(name);
                    }
                    return text;
                });
    }

    /** As {@link #line}, of text that only decorates: what is too long is cut, and said so. */
    public Optional<String> decoration(String name, int longest) {
        return string(name)
                .map(Whitespace::folded)
                .filter(text -> !text.isEmpty())
                .map(text -> {
                    if (text.length() <= longest) {
                        return text;
                    }
                    warn(name, Warnings.Kind.CUT);
                    return Whitespace.cut(text, longest);
                });
    }

    /** As {@link #line}, of text that only decorates and means nothing when it is cut: then it is left out, and said so. */
    public Optional<String> wholeDecoration(String name, int longest) {
        return string(name)
                .map(Whitespace::folded)
                .filter(text -> !text.isEmpty())
                .filter(text -> {
                    if (text.length() > longest) {
                        warn(name, Warnings.Kind.LEFT_OUT);
                    }
                    return text.length() <= longest;
                });
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
            return new Fields(inner, at(name), warnings);
        });
    }

    /** What is beyond the most is left out, and said so. */
    public Optional<List<Fields>> objects(String name, int most) {
        return value(name).map(value -> {
            if (!(value instanceof JsonArray array)) {
                throw invalid(name);
            }
            if (array.size() > most) {
                warn(name, Warnings.Kind.CUT);
            }
            List<Fields> all = new ArrayList<>();
            for (int i = 0; i < Math.min(array.size(), most); i++) {
                if (!(array.get(i) instanceof JsonObject inner)) {
                    throw invalid(name + "[" + i + "]");
                }
                all.add(new Fields(inner, at(name + "[" + i + "]"), warnings));
            }
            return all;
        });
    }

    /** A number that is not far beyond what anybody counts, read exactly. */
    public Optional<BigDecimal> number(String name) {
        return value(name).map(value -> {
            if (!(value instanceof JsonNumber number) || isFarOut(number.bigDecimalValue())) {
                throw invalid(name);
            }
            return number.bigDecimalValue();
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

    /** Tells the caller what became of a field that was not taken as it came. */
    public void warn(String name, Warnings.Kind kind) {
        warnings.add(at(name), kind);
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

    private Optional<String> string(String name) {
        return value(name).map(value -> {
            if (!(value instanceof JsonString string)) {
                throw invalid(name);
            }
            return string.getString();
        });
    }

    private static boolean isFarOut(BigDecimal number) {
        return number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS;
    }

    private Optional<JsonValue> value(String name) {
        JsonValue value = object.get(name);
        return value == null || value == JsonValue.NULL ? Optional.empty() : Optional.of(value);
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(character -> Character.isISOControl(character) && character != '\n');
    }
}
