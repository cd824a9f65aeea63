/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.past;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.saphan.past.PastPayment.Refund;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Payments of the past as the sample store takes them: orders, with what it heard of their payments and refunds. */
public final class StoreHistory {

    private static final List<String> THAI = List.of(
            "สมหญิง ใจดี", "สมชาย รักไทย", "มาลี ศรีสุข", "อนันต์ วงศ์ทอง", "วิภา แสงเดือน", "ก้องเกียรติ พูลผล");
    private static final List<String> OTHERS =
            List.of("Anna Berg", "James Lim", "Wei Chen", "Nurul Huda", "Marco Rossi", "Emily Tan");

    private final String checkoutUrl;

    /** @param checkoutUrl of the plugin; the payment's token follows */
    public StoreHistory(String checkoutUrl) {
        this.checkoutUrl = checkoutUrl;
    }

    /** The whole file. */
    public String json(List<PastPayment> payments) {
        JsonArray orders = new JsonArray();
        payments.forEach(payment -> orders.add(order(payment)));
        JsonObject history = new JsonObject();
        history.add("orders", orders);
        return history.toString();
    }

    private JsonObject order(PastPayment payment) {
        Chance chance = new Chance(payment.number());
        JsonObject order = new JsonObject();
        order.addProperty("reference", payment.order());
        order.addProperty("token", chance.letters(43));
        order.addProperty("checkoutKey", chance.letters(43));
        order.addProperty("status", status(payment));
        order.addProperty(
                "cancelledBecause",
                payment.closedReason().map(reason -> "PAYMENT_" + reason).orElse(null));
        order.addProperty("amount", payment.amount());
        order.addProperty("currency", "THB");
        order.addProperty("country", "TH");
        order.addProperty("language", payment.inThai() ? "th" : "en");
        order.addProperty("shopperName", chance.of(payment.inThai() ? THAI : OTHERS));
        order.addProperty("shopperEmail", "shopper" + payment.number() + "@example.com");
        order.addProperty("placedAt", payment.created().minusSeconds(1).toString());
        order.addProperty("paidAt", payment.paid().map(Instant::toString).orElse(null));
        order.addProperty(
                "cancelledAt",
                payment.closedReason().isPresent() ? payment.changed().toString() : null);
        order.addProperty("paidBy", payment.isPaid() ? payment.id() : null);
        order.add("lines", lines(payment));
        order.add("payment", payment(payment));
        order.add("refunds", refunds(payment));
        return order;
    }

    private static String status(PastPayment payment) {
        if (payment.isPaid()) {
            return "PAID";
        }
        return payment.isOpen() ? "AWAITING_PAYMENT" : "CANCELLED";
    }

    private static JsonArray lines(PastPayment payment) {
        JsonArray lines = new JsonArray();
        payment.basket().lines().forEach(line -> {
            JsonObject json = new JsonObject();
            json.addProperty("product", line.product());
            json.addProperty("name", line.name(payment.inThai()));
            json.addProperty("quantity", line.quantity());
            json.addProperty("unitAmount", line.unitAmount());
            lines.add(json);
        });
        return lines;
    }

    private JsonObject payment(PastPayment payment) {
        JsonObject json = new JsonObject();
        json.addProperty("id", payment.id());
        json.addProperty("status", payment.status());
        json.addProperty(
                "closedReason",
                payment.closedReason()
                        .map(reason -> reason.toLowerCase(Locale.ROOT))
                        .orElse(null));
        json.addProperty("method", payment.method().code());
        json.addProperty("channel", payment.method().channel().toLowerCase(Locale.ROOT));
        json.addProperty("checkoutUrl", checkoutUrl + payment.token());
        json.addProperty("nextStep", nextStep(payment));
        json.addProperty("attention", String.join(",", payment.attention()).toLowerCase(Locale.ROOT));
        json.addProperty("version", payment.steps());
        json.addProperty("sequence", payment.steps());
        json.addProperty("changedAt", payment.changed().toString());
        return json;
    }

    private static String nextStep(PastPayment payment) {
        Optional<PastPayment.Attempt> pending = payment.attempts().stream()
                .filter(PastPayment.Attempt::isPending)
                .findFirst();
        if (!payment.isOpen()) {
            return "none";
        }
        return pending.map(attempt -> attempt.method().flow().toLowerCase(Locale.ROOT))
                .orElse("choose_method");
    }

    private static JsonArray refunds(PastPayment payment) {
        JsonArray refunds = new JsonArray();
        payment.refunds().forEach(refund -> refunds.add(refund(refund)));
        return refunds;
    }

    private static JsonObject refund(Refund refund) {
        JsonObject json = new JsonObject();
        json.addProperty("id", refund.id());
        json.addProperty("amount", refund.amount());
        json.addProperty("status", refund.status().toLowerCase(Locale.ROOT));
        json.addProperty("voided", refund.voided());
        json.addProperty("origin", refund.origin().toLowerCase(Locale.ROOT));
        json.addProperty("reason", refund.reason());
        json.addProperty("createdAt", refund.created().toString());
        return json;
    }
}
