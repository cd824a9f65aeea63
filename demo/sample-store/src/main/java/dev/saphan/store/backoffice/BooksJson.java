/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.backoffice;

import dev.saphan.store.money.Money;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;

/** The books as JSON, for a machine that compares them. */
final class BooksJson {

    private BooksJson() {}

    static String of(List<BookEntry> entries) {
        JsonArrayBuilder orders = Json.createArrayBuilder();
        entries.forEach(entry -> orders.add(order(entry)));
        return Json.createObjectBuilder().add("orders", orders).build().toString();
    }

    private static JsonObjectBuilder order(BookEntry entry) {
        JsonArrayBuilder payments = Json.createArrayBuilder();
        entry.payments()
                .forEach(payment -> payments.add(Json.createObjectBuilder()
                        .add("id", payment.paymentId())
                        .add("status", payment.status().name().toLowerCase(Locale.ROOT))));
        String paidBy = entry.order().paidBy();
        return Json.createObjectBuilder()
                .add("reference", entry.order().reference())
                .add("status", entry.order().status().key())
                .add("total", money(entry.order().total()))
                .add("paid", money(entry.paid()))
                .add("paidBy", paidBy == null ? JsonValue.NULL : Json.createValue(paidBy))
                .add("refunded", money(entry.refunded()))
                .add("refundsPending", money(entry.refundsPending()))
                .add("payments", payments)
                .add("refunds", refunds(entry))
                .add("placedAt", entry.order().placedAt().toString());
    }

    private static JsonArrayBuilder refunds(BookEntry entry) {
        JsonArrayBuilder refunds = Json.createArrayBuilder();
        entry.refunds()
                .forEach(refund -> refunds.add(Json.createObjectBuilder()
                        .add("id", refund.id())
                        .add("paymentId", refund.paymentId())
                        .add("amount", money(refund.amount()))
                        .add("status", refund.status())));
        return refunds;
    }

    private static JsonObjectBuilder money(Money money) {
        return Json.createObjectBuilder()
                .add("amount", money.amount())
                .add("currency", money.currency().getCurrencyCode());
    }
}
