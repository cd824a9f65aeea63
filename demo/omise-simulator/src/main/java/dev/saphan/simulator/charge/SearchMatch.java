/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.saphan.simulator.http.ApiError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a charge or refund is what was searched for. Amounts are in the main unit here, as at Omise: 20 is ฿20. An amount
 * or a day may be a span of both ends, {@code 1000..2000}, with one of them left out.
 */
final class SearchMatch {

    private static final List<String> YES = List.of("true", "yes", "on", "1");
    private static final String ID = "id:";
    private static final String TODAY = "today";

    private final JsonObject document;
    private final LocalDate today;

    SearchMatch(JsonObject document, LocalDate today) {
        this.document = document;
        this.today = today;
    }

    /** Every word is one of the id, the description or the metadata; {@code id:} names the id alone. */
    boolean text(String query) {
        List<String> terms = List.of(query.strip().split("\\s+", -1));
        boolean isNamed = terms.stream()
                .filter(term -> term.startsWith(ID))
                .allMatch(term -> term.substring(ID.length()).equals(string("id")));
        String rest = terms.stream().filter(term -> !term.startsWith(ID)).collect(Collectors.joining(" "));
        String text = string("id") + " " + string("description") + " " + document.get("metadata");
        return isNamed && words(text).containsAll(words(rest));
    }

    private static Set<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}_-]+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    boolean filter(String name, String wanted) {
        return switch (name) {
            case "amount", "refunded_amount" -> within(wanted, name, amount(name), SearchMatch::number);
            case "created" ->
                within(wanted, name, String.valueOf(string("created_at")).substring(0, 10), this::day);
            case "id", "status", "currency", "failure_code" -> wanted.equalsIgnoreCase(string(name));
            case "card_last_digits" -> wanted.equals(lastDigits());
            case "authorized", "paid", "reversed", "voided" -> flag(name) == isYes(wanted);
            case "captured" -> flag("paid") == isYes(wanted);
            case "disputed" -> isYes(wanted) == isThere("dispute");
            case "refunded" -> isYes(wanted) == (document.get("refunded_amount").getAsLong() > 0);
            default -> throw new ApiError(422, "invalid_filter", "filter " + name + " is invalid");
        };
    }

    private BigDecimal amount(String name) {
        int decimals = "JPY".equals(string("currency")) ? 0 : 2;
        return BigDecimal.valueOf(document.get(name).getAsLong(), decimals);
    }

    /** @param read one end of a span, null where it is no such thing */
    private static <T extends Comparable<? super T>> boolean within(
            String wanted, String name, T value, Function<String, @Nullable T> read) {
        String[] ends = wanted.split("\\.\\.", -1);
        if (ends.length > 2 || (ends.length == 2 && ends[0].isEmpty() && ends[1].isEmpty())) {
            throw unreadable(name);
        }
        String last = ends[ends.length - 1];
        return (isOpen(ends, 0) || value.compareTo(read(ends[0], name, read)) >= 0)
                && (isOpen(ends, 1) || value.compareTo(read(last, name, read)) <= 0);
    }

    private static boolean isOpen(String[] ends, int which) {
        return ends.length == 2 && ends[which].isEmpty();
    }

    private static <T> T read(String text, String name, Function<String, @Nullable T> read) {
        @Nullable T end = read.apply(text.strip());
        if (end == null) {
            throw unreadable(name);
        }
        return end;
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Days of ISO-8601 are in order as texts too. */
    private @Nullable String day(String text) {
        try {
            return text.equals(TODAY) ? today.toString() : LocalDate.parse(text).toString();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static ApiError unreadable(String name) {
        return new ApiError(422, "invalid_filter", "filter " + name + " cannot be read");
    }

    private static boolean isYes(String wanted) {
        return YES.contains(wanted.toLowerCase(Locale.ROOT));
    }

    private @Nullable String lastDigits() {
        return document.get("card") instanceof JsonObject card
                        && card.get("last_digits") instanceof JsonPrimitive digits
                ? digits.getAsString()
                : null;
    }

    private boolean isThere(String name) {
        JsonElement value = document.get(name);
        return value != null && !value.isJsonNull();
    }

    private boolean flag(String name) {
        return isThere(name) && document.get(name).getAsBoolean();
    }

    private @Nullable String string(String name) {
        return isThere(name) ? document.get(name).getAsString() : null;
    }
}
