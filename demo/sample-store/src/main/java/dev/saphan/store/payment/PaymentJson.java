/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import dev.saphan.store.money.Money;
import dev.saphan.store.payment.Payment.Failure;
import dev.saphan.store.payment.Payment.NextStep;
import dev.saphan.store.payment.Payment.Status;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the plugin's JSON. Amounts are read exactly: a fraction or an overflow is an error, never rounded. */
public final class PaymentJson {

    private PaymentJson() {}

    public static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException e) {
            throw new UnreadableAnswerException("not a JSON object", e);
        }
    }

    public static Payment payment(JsonObject json) {
        try {
            return new Payment(
                    json.getString("id"),
                    json.getString("orderReference"),
                    status(json.getString("status")),
                    text(json, "closedReason"),
                    money(json.getJsonObject("amount")),
                    text(json, "method"),
                    text(json, "channel"),
                    text(json, "checkoutUrl"),
                    nextStep(json),
                    lastFailure(json),
                    words(json, "attention"),
                    number(json, "version"));
        } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
            throw new UnreadableAnswerException("not a payment", e);
        }
    }

    public static Money money(JsonObject json) {
        try {
            return Money.ofMinor(exact(json.getJsonNumber("amount")), json.getString("currency"));
        } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
            throw new UnreadableAnswerException("not money", e);
        }
    }

    /** Zero where there is none: every true number is higher. */
    public static long number(JsonObject json, String name) {
        return json.get(name) instanceof JsonNumber number ? exact(number) : 0;
    }

    public static @Nullable String text(JsonObject json, String name) {
        return json.get(name) instanceof JsonString text ? text.getString() : null;
    }

    private static long exact(JsonNumber number) {
        try {
            return number.bigDecimalValue().longValueExact();
        } catch (ArithmeticException e) {
            throw new UnreadableAnswerException("not a whole number", e);
        }
    }

    private static Status status(String word) {
        try {
            return Status.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Status.UNKNOWN;
        }
    }

    private static NextStep nextStep(JsonObject json) {
        if (json.get("nextStep") instanceof JsonObject step) {
            String type = text(step, "type");
            return new NextStep(type == null ? "none" : type, text(step, "url"));
        }
        return new NextStep("none", null);
    }

    private static @Nullable Failure lastFailure(JsonObject json) {
        if (!(json.get("attempts") instanceof JsonArray attempts)) {
            return null;
        }
        return attempts.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject)
                .max((a, b) -> createdAt(a).compareTo(createdAt(b)))
                .map(last -> last.get("failure") instanceof JsonObject failure
                        ? new Failure(text(failure, "code"), text(failure, "message"))
                        : null)
                .orElse(null);
    }

    private static String createdAt(JsonObject attempt) {
        String at = text(attempt, "createdAt");
        return at == null ? "" : at;
    }

    private static List<String> words(JsonObject json, String name) {
        if (!(json.get(name) instanceof JsonArray array)) {
            return List.of();
        }
        return array.stream()
                .filter(JsonString.class::isInstance)
                .map(word -> ((JsonString) word).getString())
                .toList();
    }
}
