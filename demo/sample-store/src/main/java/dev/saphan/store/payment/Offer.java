/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A way to pay, and if it cannot be used for this cart, why. */
public record Offer(
        String code,
        String label,
        String description,
        String flow,
        @Nullable String logoUrl,
        boolean available,
        @Nullable String reasonCode,
        @Nullable String reason) {

    private static final Set<String> SHOPPER_CAN_CHANGE = Set.of("amount_below_minimum", "amount_above_maximum");

    /** A fuller or lighter cart would do it: such a method is shown in its place, greyed. */
    public boolean withinReach() {
        return !available && reasonCode != null && SHOPPER_CAN_CHANGE.contains(reasonCode);
    }

    static List<Offer> list(JsonObject json) {
        if (!(json.get("methods") instanceof JsonArray methods)) {
            return List.of();
        }
        return methods.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject)
                .map(Offer::of)
                .toList();
    }

    private static Offer of(JsonObject json) {
        JsonObject reason = json.get("reason") instanceof JsonObject object ? object : JsonObject.EMPTY_JSON_OBJECT;
        return new Offer(
                required(json, "code"),
                required(json, "label"),
                orEmpty(json, "description"),
                orEmpty(json, "flow"),
                PaymentJson.text(json, "logoUrl"),
                json.getBoolean("available", false),
                PaymentJson.text(reason, "code"),
                PaymentJson.text(reason, "message"));
    }

    private static String required(JsonObject json, String name) {
        try {
            return json.getString(name);
        } catch (ClassCastException | NullPointerException e) {
            throw new UnreadableAnswerException("an offer without " + name, e);
        }
    }

    private static String orEmpty(JsonObject json, String name) {
        String text = PaymentJson.text(json, name);
        return text == null ? "" : text;
    }
}
