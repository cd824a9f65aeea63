/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.backoffice;

import dev.saphan.store.database.Columns;
import dev.saphan.store.order.Order;
import dev.saphan.store.order.Orders;
import dev.saphan.store.payment.HeardPayments;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The store's side of the three books that have to agree: its own, the plugin's and the gateway's. */
@Singleton
class Books {

    private final Jdbi jdbi;
    private final Orders orders;
    private final HeardPayments heard;

    @Inject
    Books(Jdbi jdbi, Orders orders, HeardPayments heard) {
        this.jdbi = jdbi;
        this.orders = orders;
        this.heard = heard;
    }

    List<BookEntry> newest(int limit) {
        return orders.newest(limit).stream()
                .map(order -> new BookEntry(order, heard.of(order), refunds(order)))
                .toList();
    }

    /** Commands that found an order in another state than they expected: for a person to look at. */
    List<Map<String, Object>> conflicts() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select command_id, type, current_state, received_at from command_inbox
                         where result = 'CONFLICT' order by received_at desc limit 20
                        """)
                .map((row, context) -> Map.<String, Object>of(
                        "id", row.getString("command_id"),
                        "type", row.getString("type"),
                        "state", row.getString("current_state"),
                        "at", Columns.instant(row, "received_at")))
                .list());
    }

    Optional<Instant> methodsAnnounced() {
        return jdbi.withHandle(handle -> handle.createQuery("select received_at from offer_registration")
                .map((row, context) -> Columns.instant(row, "received_at"))
                .findOne());
    }

    private List<BookRefund> refunds(Order order) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from order_refund where order_id = ? order by refund_id")
                .bind(0, order.id())
                .map((row, context) -> new BookRefund(
                        row.getString("refund_id"),
                        row.getString("payment_id"),
                        Columns.money(row, "amount", "currency"),
                        row.getString("status"),
                        row.getBoolean("voided"),
                        row.getString("origin")))
                .list());
    }
}
