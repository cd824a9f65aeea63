/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.book;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** The plugin's tables, read and never written. */
final class PaymentTables {

    private final Jdbi jdbi;

    PaymentTables(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    PaymentBook read() {
        return new PaymentBook(payments(), attempts(), refunds(), commands(), work());
    }

    private List<PaymentBook.Payment> payments() {
        return all(
                """
                select p.*, (select string_agg(lower(a.kind), ',') from payment_attention a
                              where a.payment_id = p.id) as attention
                  from payment p order by created_at
                """,
                row -> new PaymentBook.Payment(
                        row.getString("id"),
                        row.getString("order_reference"),
                        PaymentBook.small(row.getString("status")),
                        row.getLong("amount_minor"),
                        row.getString("currency"),
                        row.getLong("refunded_minor"),
                        text(row, "paid_attempt_id"),
                        !text(row, "close_when_settled").isEmpty(),
                        text(row, "attention")));
    }

    private List<PaymentBook.Attempt> attempts() {
        return all(
                "select * from attempt order by created_at",
                row -> new PaymentBook.Attempt(
                        row.getString("id"),
                        row.getString("payment_id"),
                        PaymentBook.small(row.getString("status")),
                        text(row, "charge_id")));
    }

    private List<PaymentBook.Refund> refunds() {
        return all(
                "select * from refund order by created_at",
                row -> new PaymentBook.Refund(
                        row.getString("id"),
                        row.getString("payment_id"),
                        row.getString("attempt_id"),
                        text(row, "gateway_refund_id"),
                        text(row, "idempotency_key"),
                        row.getLong("amount_minor"),
                        row.getString("currency"),
                        PaymentBook.small(row.getString("status"))));
    }

    private List<PaymentBook.Command> commands() {
        return all(
                "select * from order_command order by created_at",
                row -> new PaymentBook.Command(
                        row.getString("id"),
                        row.getString("subject_id"),
                        row.getString("type"),
                        PaymentBook.small(row.getString("status"))));
    }

    /** Jobs that failed last time, that were given up, or that are long due; webhooks that nobody looked at. */
    private List<PaymentBook.Work> work() {
        return all("""
                select task_name as kind, task_instance as subject from scheduled_work
                 where consecutive_failures > 0 or execution_time < now() - interval '30' second
                 union all
                select 'given up ' || job, subject from job_failure where dead
                 union all
                select 'webhook', event_id from inbound_event where processed_at is null
                """, row -> new PaymentBook.Work(row.getString("kind"), row.getString("subject")));
    }

    /** A row as one of ours. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> all(String query, Reading<T> reading) {
        RowMapper<T> mapper = (row, context) -> reading.of(row);
        return jdbi.withHandle(handle -> handle.createQuery(query).map(mapper).list());
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }
}
