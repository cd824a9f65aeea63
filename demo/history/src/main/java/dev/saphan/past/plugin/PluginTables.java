/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.past.plugin;

import dev.saphan.past.plugin.Rows.Table;

/** The columns that are filled; the rest is null. */
final class PluginTables {

    static final Table PAYMENT = Table.of(
            "payment",
            "id",
            "version",
            "store_id",
            "mode",
            "order_reference",
            "active_order",
            "status",
            "closed_reason",
            "amount_minor",
            "currency",
            "refunded_minor",
            "method",
            "channel",
            "locale",
            "return_url",
            "token_hash",
            "token_sealed",
            "metadata",
            "paid_attempt_id",
            "message_sequence",
            "created_at",
            "changed_at",
            "paid_at",
            "closes_at");
    static final Table ATTEMPT = Table.of(
            "attempt",
            "id",
            "payment_id",
            "number",
            "account_key",
            "method",
            "flow",
            "status",
            "charge_id",
            "failure_code",
            "gateway_code",
            "refundable",
            "partially_refundable",
            "disputed",
            "created_at",
            "expires_at",
            "settled_at",
            "charge_read_at",
            "cashier");
    static final Table REFUND = Table.of(
            "refund",
            "id",
            "payment_id",
            "attempt_id",
            "account_key",
            "gateway_refund_id",
            "amount_minor",
            "currency",
            "status",
            "sent",
            "voided",
            "reason",
            "origin",
            "requested_by",
            "idempotency_key",
            "created_at");
    static final Table HISTORY = Table.of("history", "id", "payment_id", "happened_at", "actor", "kind", "detail");
    static final Table ATTENTION = Table.of("payment_attention", "payment_id", "kind");
    static final Table ALERT = Table.of(
            "alert",
            "id",
            "version",
            "store_id",
            "kind",
            "subject",
            "detail",
            "times",
            "open_key",
            "raised_at",
            "last_at");
    static final Table EVENT = Table.of(
            "inbound_event",
            "id",
            "store_id",
            "mode",
            "event_id",
            "event_key",
            "charge_id",
            "verdict",
            "body",
            "result",
            "received_at",
            "processed_at");
    static final Table COMMAND = Table.of(
            "order_command",
            "id",
            "store_id",
            "mode",
            "subject_id",
            "sequence",
            "type",
            "payload",
            "status",
            "deliveries",
            "last_answer",
            "created_at",
            "answered_at");
    static final Table DELIVERY =
            Table.of("order_delivery", "id", "command_id", "number", "delivered_at", "millis", "answer");
    static final Table CALL = Table.of(
            "gateway_call",
            "id",
            "account_key",
            "kind",
            "subject_id",
            "outcome",
            "answer",
            "times",
            "slowest_millis",
            "asked_at",
            "last_asked_at");
    static final Table TASK = Table.of(
            "scheduled_payments",
            "task_name",
            "task_instance",
            "execution_time",
            "picked",
            "consecutive_failures",
            "version");

    private PluginTables() {}
}
