/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.past;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.saphan.past.PastPayment.Attempt;
import dev.saphan.past.PastPayment.Refund;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Payments of the past as the simulator takes them: charges with their refunds. */
public final class SimulatorHistory {

    private final String returnUrl;
    private final Instant eventsSince;

    /**
     * @param returnUrl of the plugin; the payment's token follows
     * @param eventsSince how far the list of events goes back
     */
    public SimulatorHistory(String returnUrl, Instant eventsSince) {
        this.returnUrl = returnUrl;
        this.eventsSince = eventsSince;
    }

    /** The body of one {@code POST /_sim/history}. */
    public String json(List<PastPayment> payments) {
        JsonArray charges = new JsonArray();
        payments.forEach(payment -> payment.attempts().forEach(attempt -> charges.add(charge(payment, attempt))));
        JsonObject history = new JsonObject();
        history.addProperty("events_since", eventsSince.toString());
        history.add("charges", charges);
        return history.toString();
    }

    private JsonObject charge(PastPayment payment, Attempt attempt) {
        JsonObject charge = new JsonObject();
        charge.addProperty("id", attempt.charge());
        charge.addProperty("type", attempt.method().code());
        charge.addProperty("amount", payment.amount());
        charge.addProperty("currency", "THB");
        charge.addProperty("description", "Order " + payment.order());
        charge.add("metadata", metadata(payment, attempt));
        if (attempt.method() == PastMethod.ALIPAY_CN) {
            charge.addProperty("return_uri", returnUrl + payment.token());
        }
        if (attempt.method().flow().equals("SCAN")) {
            charge.addProperty("barcode", "28" + String.format(Locale.ROOT, "%017d", payment.number()));
        }
        charge.addProperty("created_at", attempt.created().toString());
        charge.addProperty("expires_at", attempt.expires().toString());
        charge.addProperty("status", attempt.status().toLowerCase(Locale.ROOT));
        attempt.settled().ifPresent(time -> charge.addProperty("settled_at", time.toString()));
        attempt.failure().ifPresent(code -> charge.addProperty("failure_code", code));
        JsonObject events = new JsonObject();
        PastEvent.of(payment).stream()
                .filter(event -> event.attempt().equals(attempt))
                .forEach(event -> events.addProperty(event.subject() + " " + event.key(), event.id()));
        charge.add("events", events);
        charge.add("refunds", refunds(payment, attempt));
        return charge;
    }

    /** As the plugin writes it. */
    private static JsonObject metadata(PastPayment payment, Attempt attempt) {
        JsonObject metadata = new JsonObject();
        metadata.addProperty("saphan_attempt", attempt.id());
        metadata.addProperty("saphan_payment", payment.id());
        metadata.addProperty("order_reference", payment.order());
        return metadata;
    }

    private static JsonArray refunds(PastPayment payment, Attempt attempt) {
        JsonArray refunds = new JsonArray();
        payment.refunds().stream()
                .filter(refund -> refund.attempt().equals(attempt) && refund.isSucceeded())
                .forEach(refund -> refunds.add(refund(refund)));
        return refunds;
    }

    private static JsonObject refund(Refund refund) {
        JsonObject metadata = new JsonObject();
        metadata.addProperty("saphan_refund", refund.id());
        metadata.addProperty("reason", refund.reason());
        JsonObject json = new JsonObject();
        json.addProperty("id", refund.gatewayId().orElseThrow());
        json.addProperty("amount", refund.amount());
        json.addProperty("voided", refund.voided());
        json.add("metadata", metadata);
        json.addProperty("created_at", refund.created().toString());
        return json;
    }
}
