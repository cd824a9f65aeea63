/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.past.plugin;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.saphan.past.PastEvent;
import dev.saphan.past.PastPayment;
import dev.saphan.secret.Seal;
import java.util.Locale;

/** What went to and fro about one payment: Omise's events, our calls, and what the storefront was told. */
final class MessageRows {

    private final String store;
    private final Seal seal;
    private final Rows rows;

    MessageRows(String store, Seal seal, Rows rows) {
        this.store = store;
        this.seal = seal;
        this.rows = rows;
    }

    void add(PastPayment payment) {
        int number = 0;
        for (PastEvent event : PastEvent.of(payment)) {
            addEvent(payment, event, number++);
        }
        new CallRows(store, rows).add(payment);
        new CommandRows(store, seal, rows).add(payment);
    }

    /** The last letters of the payment's id are its chance part: unique with a number. */
    static String id(String prefix, PastPayment payment, int number) {
        return prefix + payment.id().substring(3) + String.format(Locale.ROOT, "%02d", number);
    }

    private void addEvent(PastPayment payment, PastEvent event, int number) {
        rows.add(
                PluginTables.EVENT,
                id("evt", payment, number),
                store,
                "TEST",
                event.id(),
                event.key(),
                event.attempt().charge(),
                "GENUINE",
                body(payment, event),
                "charge read",
                event.arrived(),
                event.arrived().plusMillis(55));
    }

    private static String body(PastPayment payment, PastEvent event) {
        JsonObject metadata = new JsonObject();
        metadata.addProperty("saphan_attempt", event.attempt().id());
        metadata.addProperty("saphan_payment", payment.id());
        metadata.addProperty("order_reference", payment.order());
        JsonObject data = new JsonObject();
        boolean isRefund = event.key().equals("refund.create");
        data.addProperty("object", isRefund ? "refund" : "charge");
        data.addProperty("id", event.subject());
        data.addProperty("livemode", false);
        if (isRefund) {
            data.addProperty("charge", event.attempt().charge());
        }
        data.addProperty("amount", event.amount());
        data.addProperty("currency", "THB");
        data.addProperty("status", event.status());
        data.add("metadata", metadata);
        JsonObject body = new JsonObject();
        body.addProperty("object", "event");
        body.addProperty("id", event.id());
        body.addProperty("livemode", false);
        body.addProperty("location", "/events/" + event.id());
        body.add("webhook_deliveries", new JsonArray());
        body.add("data", data);
        body.addProperty("key", event.key());
        body.addProperty("created_at", event.made().toString());
        return body.toString();
    }
}
