/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a body says to somebody who reads nothing but the fields that are needed, and those by another way. */
final class PlainReading {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    private PlainReading() {}

    /** Id, mode, amount, currency and status of a charge; empty if one of them says nothing. */
    static Optional<String> charge(JsonValue body) {
        if (!(body instanceof JsonObject charge)) {
            return Optional.empty();
        }
        JsonValue live = charge.getOrDefault("livemode", JsonValue.NULL);
        return live == JsonValue.TRUE || live == JsonValue.FALSE
                ? money(charge, "charge").map(money -> money + (live == JsonValue.TRUE ? " live" : " test"))
                : Optional.empty();
    }

    /** Id, amount, currency and status of a refund; empty if one of them says nothing. */
    static Optional<String> refund(JsonValue body) {
        return body instanceof JsonObject refund
                ? money(refund, "refund")
                        .filter(money -> ((JsonNumber) refund.get("amount"))
                                        .bigDecimalValue()
                                        .signum()
                                > 0)
                : Optional.empty();
    }

    private static Optional<String> money(JsonObject body, String kind) {
        Optional<String> id = word(body, "id").filter(text -> text.matches("\\w{1,60}"));
        Optional<String> currency = word(body, "currency").filter(PlainReading::isCurrency);
        Optional<String> status = word(body, "status").filter(text -> text.matches("[\\w.:-]{1,60}"));
        return id.isPresent() && currency.isPresent() && status.isPresent() && isWhole(body.get("amount"))
                ? Optional.of(id.get() + " " + body.get("amount") + " "
                        + currency.get().toUpperCase(Locale.ROOT) + " " + known(kind, status.get()))
                : Optional.empty();
    }

    private static String known(String kind, String status) {
        boolean known = kind.equals("charge")
                ? status.matches("pending|successful|failed|expired|reversed")
                : status.matches("pending|closed");
        return known ? status : "unrecognised";
    }

    /** Whether a charge says of itself that it is not that attempt's. */
    static boolean isSurelyNot(String attempt, JsonValue body) {
        if (!(body instanceof JsonObject charge)) {
            return false;
        }
        JsonValue metadata = charge.getOrDefault("metadata", JsonValue.NULL);
        if (metadata == JsonValue.NULL) {
            return charge(body).isPresent();
        }
        if (metadata instanceof JsonArray list) {
            return list.isEmpty();
        }
        return metadata instanceof JsonObject object
                && (object.getOrDefault("saphan_attempt", JsonValue.NULL) == JsonValue.NULL
                        || word(object, "saphan_attempt")
                                .filter(text -> text.matches("\\w{1,60}") && !text.equals(attempt))
                                .isPresent());
    }

    private static Optional<String> word(JsonObject body, String field) {
        return body.get(field) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    private static boolean isWhole(@Nullable JsonValue value) {
        return value != null && value.toString().matches("-?[0-9]{1,18}");
    }

    private static boolean isCurrency(String text) {
        return text.length() == 3 && CURRENCIES.contains(text.toUpperCase(Locale.ROOT));
    }
}
