/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import dev.saphan.store.database.Columns;
import dev.saphan.store.order.Order;
import dev.saphan.store.payment.Payment.Failure;
import dev.saphan.store.payment.Payment.Status;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The store's copy of its payments. Answers and commands may arrive in any order; the payment's version decides which
 * of them is news.
 */
@Singleton
public class HeardPayments {

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    public HeardPayments(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    public Optional<HeardPayment> current(Order order) {
        String id = order.currentPaymentId();
        return id == null ? Optional.empty() : jdbi.withHandle(handle -> find(handle, id));
    }

    public List<HeardPayment> of(Order order) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from order_payment where order_id = ? order by payment_id")
                        .bind(0, order.id())
                        .map(HeardPayments::read)
                        .list());
    }

    public Optional<HeardPayment> find(Handle handle, String paymentId) {
        return handle.createQuery("select * from order_payment where payment_id = ?")
                .bind(0, paymentId)
                .map(HeardPayments::read)
                .findOne();
    }

    public boolean belongs(Handle handle, Order order, String paymentId) {
        return find(handle, paymentId)
                .filter(heard -> heard.orderId() == order.id())
                .isPresent();
    }

    /** An answer to a question of ours. */
    void answered(Handle handle, Order order, Payment payment) {
        Optional<HeardPayment> before = find(handle, payment.id());
        if (before.isEmpty() || payment.version() >= before.get().version()) {
            write(handle, order, payment, before.map(HeardPayment::sequence).orElse(0L));
        }
    }

    /** A command of the plugin. False when a later one was heard before: then it tells nothing new. */
    public boolean told(Handle handle, Order order, Payment payment, long sequence) {
        HeardPayment before = find(handle, payment.id()).orElseThrow();
        if (sequence <= before.sequence()) {
            return false;
        }
        if (payment.version() >= before.version()) {
            write(handle, order, payment, sequence);
        } else {
            handle.execute("update order_payment set sequence = ? where payment_id = ?", sequence, payment.id());
        }
        return true;
    }

    private void write(Handle handle, Order order, Payment payment, long sequence) {
        Failure failure = payment.lastFailure();
        handle.createUpdate("""
                        merge into order_payment key (payment_id)
                        values (:id, :order, :status, :closedReason, :amount, :currency, :method, :channel, :checkoutUrl,
                                :nextStep, :nextStepUrl, :failureCode, :failureMessage, :attention, :version, :sequence,
                                :now)
                        """)
                .bind("id", payment.id())
                .bind("order", order.id())
                .bind("status", payment.status().name())
                .bind("closedReason", payment.closedReason())
                .bind("amount", payment.amount().amount())
                .bind("currency", payment.amount().currency().getCurrencyCode())
                .bind("method", payment.method())
                .bind("channel", payment.channel())
                .bind("checkoutUrl", payment.checkoutUrl())
                .bind("nextStep", payment.nextStep().type())
                .bind("nextStepUrl", payment.nextStep().url())
                .bind("failureCode", failure == null ? null : failure.code())
                .bind("failureMessage", failure == null ? null : failure.message())
                .bind("attention", String.join(",", payment.attention()))
                .bind("version", payment.version())
                .bind("sequence", sequence)
                .bind("now", clock.instant())
                .execute();
    }

    private static HeardPayment read(ResultSet row, StatementContext context) throws SQLException {
        return new HeardPayment(
                row.getString("payment_id"),
                row.getLong("order_id"),
                Status.valueOf(row.getString("status")),
                row.getString("closed_reason"),
                Columns.money(row, "amount", "currency"),
                row.getString("method"),
                row.getString("channel"),
                row.getString("checkout_url"),
                row.getString("next_step"),
                row.getString("next_step_url"),
                row.getString("failure_message"),
                row.getString("attention"),
                row.getLong("version"),
                row.getLong("sequence"),
                Columns.instant(row, "asked_at"));
    }
}
