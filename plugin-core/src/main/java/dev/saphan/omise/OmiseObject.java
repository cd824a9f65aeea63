/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import dev.saphan.json.OutsideJson;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * An object of Omise's, read field by field. What is null, missing or blank is absent; so is what cannot be understood,
 * which is noted. Who cannot do without a field asks for it by {@link #needed}.
 */
final class OmiseObject {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_]{1,60}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.:-]{1,60}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{3}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_ADDRESS = 2000;

    /** No charge is older than Omise, none lives for centuries, and databases know fewer years than Java. */
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private final String name;
    private final JsonObject json;

    /** @param name as it is called in the log */
    OmiseObject(String name, JsonObject json) {
        this.name = name;
        this.json = json;
    }

    /** @throws JsonException if it is no object */
    static OmiseObject parse(String name, String body) {
        return new OmiseObject(name, OutsideJson.object(body));
    }

    /** @throws Unreadable if it is no object */
    static OmiseObject of(String name, JsonValue value) {
        if (value instanceof JsonObject object) {
            return new OmiseObject(name, object);
        }
        throw new Unreadable(name);
    }

    /**
     * What one of this class's methods reads.
     *
     * @throws Unreadable if it is absent
     */
    <T> T needed(BiFunction<OmiseObject, String, Optional<T>> as, String field) {
        return as.apply(this, field).orElseThrow(() -> new Unreadable(name + "." + field));
    }

    boolean has(String field) {
        return value(field).isPresent();
    }

    /** As it stands there, whatever it is. */
    Optional<JsonValue> value(String field) {
        return Optional.ofNullable(json.get(field)).filter(value -> value != JsonValue.NULL);
    }

    Optional<String> id(String field) {
        return text(field, text -> Optional.of(text).filter(id -> ID.matcher(id).matches()));
    }

    /** A word for programs. */
    Optional<String> word(String field) {
        return text(
                field,
                text -> Optional.of(text).filter(word -> WORD.matcher(word).matches()));
    }

    /** For people; what breaks lines is a space, and no more of it is read than anybody would. */
    Optional<String> text(String field) {
        return text(field, text -> Optional.of(CONTROL.matcher(shortened(text)).replaceAll(" ")));
    }

    Optional<URI> address(String field) {
        return text(field, text -> text.length() > LONGEST_ADDRESS ? Optional.empty() : Optional.of(URI.create(text)))
                .filter(address -> address.isAbsolute() && address.getHost() != null);
    }

    /** Omise writes UTC, old objects with an offset. */
    Optional<Instant> time(String field) {
        return text(
                field,
                text -> Optional.of(OffsetDateTime.parse(text).toInstant())
                        .filter(time -> time.isAfter(FIRST) && time.isBefore(LAST)));
    }

    Optional<Currency> currency(String field) {
        return text(
                field,
                text -> Optional.of(text)
                        .filter(code -> CURRENCY.matcher(code).matches())
                        .map(code -> Currency.getInstance(code.toUpperCase(Locale.ROOT)))
                        .filter(currency -> currency.getDefaultFractionDigits() >= 0));
    }

    Optional<Boolean> flag(String field) {
        return read(field, value -> switch (value.getValueType()) {
            case TRUE -> Optional.of(true);
            case FALSE -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** Minor units, exactly: never rounded, never cut. */
    Optional<Long> minorUnits(String field) {
        return number(field, BigDecimal::longValueExact);
    }

    Optional<Integer> whole(String field) {
        return number(field, BigDecimal::intValueExact);
    }

    Optional<OmiseObject> object(String field) {
        return read(
                field,
                value -> value instanceof JsonObject object
                        ? Optional.of(new OmiseObject(name + "." + field, object))
                        : Optional.empty());
    }

    /** As it was sent. */
    JsonObject json() {
        return json;
    }

    String name() {
        return name;
    }

    private <T> Optional<T> number(String field, Function<BigDecimal, T> exactly) {
        return read(
                field,
                value -> value instanceof JsonNumber number
                        ? Optional.of(exactly.apply(number.bigDecimalValue()))
                        : Optional.empty());
    }

    private <T> Optional<T> text(String field, Function<String, Optional<T>> meaning) {
        boolean blank =
                json.get(field) instanceof JsonString text && text.getString().isBlank();
        return blank
                ? Optional.empty()
                : read(
                        field,
                        value -> value instanceof JsonString text ? meaning.apply(text.getString()) : Optional.empty());
    }

    private <T> Optional<T> read(String field, Function<JsonValue, Optional<T>> meaning) {
        Optional<JsonValue> value = value(field);
        Optional<T> read = value.flatMap(told -> understood(told, meaning));
        if (value.isPresent() && read.isEmpty()) {
            Oddities.note(name + "." + field);
        }
        return read;
    }

    private static <T> Optional<T> understood(JsonValue value, Function<JsonValue, Optional<T>> meaning) {
        try {
            return meaning.apply(value);
        } catch (ArithmeticException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }
}
