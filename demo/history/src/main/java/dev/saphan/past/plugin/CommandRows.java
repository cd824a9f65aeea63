/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.past.plugin;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.saphan.past.PastPayment;
import dev.saphan.past.PastPayment.Entry;
import dev.saphan.past.PastPayment.Refund;
import dev.saphan.secret.Seal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What the storefront was told about one payment, and how it answered: nearly always at once. */
final class CommandRows {

    /** One in so many payments met a storefront that was just being restarted. */
    private static final int RESTARTS = 40;

    private final String store;
    private final Seal seal;
    private final Rows rows;
    private int number;

    CommandRows(String store, Seal seal, Rows rows) {
        this.store = store;
        this.seal = seal;
        this.rows = rows;
    }

    void add(PastPayment payment) {
        for (Entry entry : payment.story()) {
            type(payment, entry).ifPresent(type -> command(payment, type, view(payment, type, entry.at()), entry.at()));
        }
    }

    private static Optional<String> type(PastPayment payment, Entry entry) {
        return switch (entry.kind()) {
            case "payment.paid", "payment.closed" -> Optional.of(entry.kind());
            case "attempt.failed" -> Optional.of("payment.attempt_failed");
            case "attempt.expired" ->
                payment.closedReason().filter("EXPIRED"::equals).map(reason -> "payment.attempt_failed");
            case "refund.succeeded", "refund.failed" -> Optional.of("refund.updated");
            default -> entry.kind().startsWith("attention.") ? Optional.of("payment.attention") : Optional.empty();
        };
    }

    private void command(PastPayment payment, String type, JsonObject payload, Instant when) {
        int sequence = ++number;
        boolean atTheSecondTry = payment.number() % RESTARTS == 0;
        String id = MessageRows.id("cmd", payment, sequence);
        Instant first = when.plusMillis(20);
        Instant last = atTheSecondTry ? first.plusMillis(310) : first;
        rows.add(
                PluginTables.COMMAND,
                id,
                store,
                "TEST",
                payment.id(),
                (long) sequence,
                type,
                seal.close(payload.toString(), id),
                "APPLIED",
                atTheSecondTry ? 2 : 1,
                "applied",
                when,
                last.plusMillis(24));
        if (atTheSecondTry) {
            delivery(payment, id, sequence, 1, first, "retry later: status 503");
        }
        delivery(payment, id, sequence, atTheSecondTry ? 2 : 1, last, "applied");
    }

    private void delivery(PastPayment payment, String command, int sequence, int time, Instant when, String answer) {
        rows.add(
                PluginTables.DELIVERY,
                MessageRows.id("dlv", payment, sequence * 10 + time),
                command,
                time,
                when,
                18L + payment.number() % 29,
                answer);
    }

    private static JsonObject view(PastPayment payment, String type, Instant when) {
        return type.equals("refund.updated") ? refund(payment, when) : payment(payment, type);
    }

    private static JsonObject payment(PastPayment payment, String type) {
        JsonObject json = new JsonObject();
        json.addProperty("id", payment.id());
        json.addProperty("orderReference", payment.order());
        json.addProperty("mode", "test");
        json.addProperty(
                "status",
                type.equals("payment.attempt_failed")
                        ? "open"
                        : payment.status().toLowerCase(Locale.ROOT));
        json.add("amount", money(payment.amount()));
        json.addProperty("method", payment.method().code());
        json.addProperty("channel", payment.method().channel().toLowerCase(Locale.ROOT));
        json.add("attention", new JsonArray());
        json.addProperty("createdAt", payment.created().toString());
        payment.paid().ifPresent(paid -> json.addProperty("paidAt", paid.toString()));
        return json;
    }

    /** The one that was carried out then. */
    private static JsonObject refund(PastPayment payment, Instant when) {
        Refund refund = payment.refunds().stream()
                .filter(one -> !one.created().isAfter(when))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        JsonObject json = new JsonObject();
        json.addProperty("id", refund.id());
        json.addProperty("paymentId", payment.id());
        json.addProperty("orderReference", payment.order());
        json.add("amount", money(refund.amount()));
        json.addProperty("status", refund.status().toLowerCase(Locale.ROOT));
        json.addProperty("voided", refund.voided());
        json.addProperty("reason", refund.reason());
        json.addProperty("origin", refund.origin().toLowerCase(Locale.ROOT));
        json.addProperty("createdAt", refund.created().toString());
        return json;
    }

    private static JsonObject money(long amount) {
        JsonObject money = new JsonObject();
        money.addProperty("amount", amount);
        money.addProperty("currency", "THB");
        return money;
    }
}
