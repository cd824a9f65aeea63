/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.history;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** An order as it stands in the file, as rows. */
final class PastOrders {

    private final Handle handle;

    PastOrders(Handle handle) {
        this.handle = handle;
    }

    void add(JsonObject order) {
        long id = insert(order);
        for (JsonValue line : order.getJsonArray("lines")) {
            addLine(id, line.asJsonObject());
        }
        addPayment(id, order);
        for (JsonValue refund : order.getJsonArray("refunds")) {
            addRefund(id, order, refund.asJsonObject());
        }
    }

    private long insert(JsonObject order) {
        String status = order.getString("status");
        return handle.createUpdate("""
                        insert into shop_order (reference, token, checkout_key, status, cancelled_because, amount,
                            currency, country, language, shopper_name, shopper_email, stock_held, current_payment_id,
                            paid_by, placed_at, paid_at, cancelled_at)
                        values (:reference, :token, :key, :status, :because, :amount,
                            :currency, :country, :language, :name, :email, :held, :payment, :paidBy, :placed, :paid,
                            :cancelled)
                        """)
                .bind("reference", order.getString("reference"))
                .bind("token", order.getString("token"))
                .bind("key", order.getString("checkoutKey"))
                .bind("status", status)
                .bind("because", text(order, "cancelledBecause"))
                .bind("amount", amount(order))
                .bind("currency", order.getString("currency"))
                .bind("country", order.getString("country"))
                .bind("language", order.getString("language"))
                .bind("name", order.getString("shopperName"))
                .bind("email", order.getString("shopperEmail"))
                .bind("held", !status.equals("CANCELLED"))
                .bind("payment", order.getJsonObject("payment").getString("id"))
                .bind("paidBy", text(order, "paidBy"))
                .bind("placed", time(order, "placedAt"))
                .bind("paid", time(order, "paidAt"))
                .bind("cancelled", time(order, "cancelledAt"))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    private void addLine(long order, JsonObject line) {
        handle.execute(
                "insert into order_line (order_id, product_id, name, quantity, unit_amount) values (?, ?, ?, ?, ?)",
                order,
                line.getInt("product"),
                line.getString("name"),
                line.getInt("quantity"),
                line.getJsonNumber("unitAmount").longValueExact());
    }

    private void addPayment(long id, JsonObject order) {
        JsonObject payment = order.getJsonObject("payment");
        handle.createUpdate("""
                        insert into order_payment (payment_id, order_id, status, closed_reason, amount, currency, method,
                            channel, checkout_url, next_step, attention, version, sequence, asked_at)
                        values (:id, :order, :status, :closedReason, :amount, :currency, :method, :channel, :checkoutUrl,
                            :nextStep, :attention, :version, :sequence, :at)
                        """)
                .bind("id", payment.getString("id"))
                .bind("order", id)
                .bind("status", payment.getString("status"))
                .bind("closedReason", text(payment, "closedReason"))
                .bind("amount", amount(order))
                .bind("currency", order.getString("currency"))
                .bind("method", payment.getString("method"))
                .bind("channel", payment.getString("channel"))
                .bind("checkoutUrl", payment.getString("checkoutUrl"))
                .bind("nextStep", payment.getString("nextStep"))
                .bind("attention", payment.getString("attention"))
                .bind("version", payment.getJsonNumber("version").longValueExact())
                .bind("sequence", payment.getJsonNumber("sequence").longValueExact())
                .bind("at", time(payment, "changedAt"))
                .execute();
    }

    private void addRefund(long id, JsonObject order, JsonObject refund) {
        handle.createUpdate("""
                        insert into order_refund (refund_id, order_id, payment_id, amount, currency, status, voided,
                            origin, reason, sequence, heard_at)
                        values (:id, :order, :payment, :amount, :currency, :status, :voided, :origin, :reason, 1, :at)
                        """)
                .bind("id", refund.getString("id"))
                .bind("order", id)
                .bind("payment", order.getJsonObject("payment").getString("id"))
                .bind("amount", amount(refund))
                .bind("currency", order.getString("currency"))
                .bind("status", refund.getString("status"))
                .bind("voided", refund.getBoolean("voided"))
                .bind("origin", refund.getString("origin"))
                .bind("reason", refund.getString("reason"))
                .bind("at", time(refund, "createdAt"))
                .execute();
    }

    private static long amount(JsonObject of) {
        return of.getJsonNumber("amount").longValueExact();
    }

    private static @Nullable String text(JsonObject of, String name) {
        return of.isNull(name) ? null : of.getString(name);
    }

    private static @Nullable Instant time(JsonObject of, String name) {
        String text = text(of, name);
        return text == null ? null : Instant.parse(text);
    }
}
