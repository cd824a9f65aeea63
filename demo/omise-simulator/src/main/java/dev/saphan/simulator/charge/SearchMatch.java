/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.saphan.simulator.http.ApiError;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a charge or refund is what was searched for. Amounts are in the main unit here, as at Omise: 20 is ฿20. */
final class SearchMatch {

    private static final List<String> YES = List.of("true", "yes", "on", "1");

    private SearchMatch() {}

    /** Every word is one of the id, the description or the metadata. */
    static boolean text(JsonObject document, String query) {
        String text = string(document, "id") + " " + string(document, "description") + " " + document.get("metadata");
        return words(text).containsAll(words(query));
    }

    private static Set<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}_-]+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    static boolean filter(JsonObject document, String name, String wanted) {
        return switch (name) {
            case "amount" -> amount(document, "amount", wanted);
            case "refunded_amount" -> amount(document, "refunded_amount", wanted);
            case "created" -> String.valueOf(string(document, "created_at")).startsWith(wanted);
            case "status", "currency", "failure_code" -> wanted.equalsIgnoreCase(string(document, name));
            case "authorized", "paid", "reversed", "voided" -> flag(document, name) == isYes(wanted);
            case "captured" -> flag(document, "paid") == isYes(wanted);
            case "refunded" -> isYes(wanted) == (document.get("refunded_amount").getAsLong() > 0);
            default -> throw new ApiError(422, "invalid_filter", "filter " + name + " is invalid");
        };
    }

    private static boolean amount(JsonObject document, String name, String wanted) {
        try {
            int decimals = "JPY".equals(string(document, "currency")) ? 0 : 2;
            BigDecimal amount = BigDecimal.valueOf(document.get(name).getAsLong(), decimals);
            return amount.compareTo(new BigDecimal(wanted)) == 0;
        } catch (NumberFormatException e) {
            throw new ApiError(422, "invalid_filter", "filter " + name + " is not a number");
        }
    }

    private static boolean isYes(String wanted) {
        return YES.contains(wanted.toLowerCase(Locale.ROOT));
    }

    private static boolean flag(JsonObject document, String name) {
        JsonElement value = document.get(name);
        return value != null && value.getAsBoolean();
    }

    private static @Nullable String string(JsonObject document, String name) {
        JsonElement value = document.get(name);
        return value == null || value.isJsonNull() ? null : value.getAsString();
    }
}
