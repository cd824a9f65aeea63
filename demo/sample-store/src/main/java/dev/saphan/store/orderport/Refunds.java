/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.orderport;

import dev.saphan.store.money.Money;
import dev.saphan.store.order.Order;
import dev.saphan.store.payment.Effect;
import dev.saphan.store.payment.PaymentJson;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** Keeps every refund as it stands last, each under its own id, whoever made it. */
@Singleton
class Refunds {

    private final Clock clock;

    @Inject
    Refunds(Clock clock) {
        this.clock = clock;
    }

    Effect keep(Handle handle, Order order, Command command) {
        JsonObject refund = command.data();
        Money amount = PaymentJson.money(refund.getJsonObject("amount"));
        if (!amount.currency().equals(order.total().currency())) {
            return Effect.conflict("currency_differs");
        }
        String id = refund.getString("id");
        if (lastSequence(handle, id) >= command.sequence()) {
            return Effect.ALREADY_APPLIED;
        }
        write(handle, order, command, amount);
        return Effect.APPLIED;
    }

    private static long lastSequence(Handle handle, String id) {
        return handle.createQuery("select sequence from order_refund where refund_id = ?")
                .bind(0, id)
                .mapTo(Long.class)
                .findOne()
                .orElse(-1L);
    }

    private void write(Handle handle, Order order, Command command, Money amount) {
        JsonObject refund = command.data();
        handle.createUpdate("""
                        merge into order_refund key (refund_id)
                        values (:id, :order, :payment, :amount, :currency, :status, :voided, :origin, :reason, :sequence,
                                :now)
                        """)
                .bind("id", refund.getString("id"))
                .bind("order", order.id())
                .bind("payment", refund.getString("paymentId"))
                .bind("amount", amount.amount())
                .bind("currency", amount.currency().getCurrencyCode())
                .bind("status", refund.getString("status"))
                .bind("voided", refund.getBoolean("voided", false))
                .bind("origin", refund.getString("origin", ""))
                .bind("reason", PaymentJson.text(refund, "reason"))
                .bind("sequence", command.sequence())
                .bind("now", clock.instant())
                .execute();
    }
}
