/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import dev.saphan.store.database.Columns;
import dev.saphan.store.order.Order;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Every payment this store asked for, and whether it heard an answer. */
@Singleton
public class PaymentStarts {

    private static final String SELECT =
            "select s.*, o.reference from payment_start s join shop_order o on o.id = s.order_id where ";
    private static final int LONGEST_PROBLEM = 500;

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    public PaymentStarts(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    public Optional<PaymentStart> latest(Order order) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "s.order_id = ? order by s.id desc limit 1")
                .bind(0, order.id())
                .map(PaymentStarts::read)
                .findOne());
    }

    public Optional<PaymentStart> unanswered(Handle handle, Order order) {
        return handle.createQuery(SELECT + "s.order_id = ? and s.outcome = 'UNANSWERED' order by s.id limit 1")
                .bind(0, order.id())
                .map(PaymentStarts::read)
                .findOne();
    }

    List<PaymentStart> due(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + "s.outcome = 'UNANSWERED' and s.not_before <= ? order by s.id limit ?")
                .bind(0, clock.instant())
                .bind(1, limit)
                .map(PaymentStarts::read)
                .list());
    }

    PaymentStart add(Handle handle, Order order, Choice choice, String idempotencyKey, String body) {
        handle.createUpdate("""
                        insert into payment_start (order_id, idempotency_key, method, channel, body, outcome, tries,
                            not_before, created_at)
                        values (:order, :key, :method, :channel, :body, 'UNANSWERED', 0, :notBefore, :now)
                        """)
                .bind("order", order.id())
                .bind("key", idempotencyKey)
                .bind("method", choice.method().orElse(null))
                .bind("channel", choice.channel())
                .bind("body", body)
                .bind("notBefore", clock.instant().plus(Duration.ofSeconds(30)))
                .bind("now", clock.instant())
                .execute();
        return unanswered(handle, order).orElseThrow();
    }

    /** The code is the plugin's own word for "later", if it said so. */
    void waits(PaymentStart start, Duration wait, @Nullable String code) {
        jdbi.useHandle(handle -> handle.execute("""
                update payment_start set tries = tries + 1, not_before = ?, problem_code = ?
                 where id = ? and outcome = 'UNANSWERED'
                """, clock.instant().plus(wait), code, start.id()));
    }

    void accepted(Handle handle, PaymentStart start, String paymentId) {
        handle.execute(
                "update payment_start set outcome = 'ACCEPTED', problem_code = null, payment_id = ?, answered_at = ? where id = ?",
                paymentId,
                clock.instant(),
                start.id());
    }

    void refused(PaymentStart start, String code, @Nullable String detail) {
        String kept =
                detail == null || detail.length() <= LONGEST_PROBLEM ? detail : detail.substring(0, LONGEST_PROBLEM);
        jdbi.useHandle(handle -> handle.execute("""
                update payment_start set outcome = 'REFUSED', problem_code = ?, problem_detail = ?, answered_at = ?
                 where id = ? and outcome = 'UNANSWERED'
                """, code, kept, clock.instant(), start.id()));
    }

    private static PaymentStart read(ResultSet row, StatementContext context) throws SQLException {
        return new PaymentStart(
                row.getLong("id"),
                row.getLong("order_id"),
                row.getString("reference"),
                row.getString("idempotency_key"),
                row.getString("method"),
                row.getString("channel"),
                row.getString("body"),
                PaymentStart.State.valueOf(row.getString("outcome")),
                row.getInt("tries"),
                Columns.instant(row, "not_before"),
                row.getString("problem_code"),
                row.getString("problem_detail"));
    }
}
