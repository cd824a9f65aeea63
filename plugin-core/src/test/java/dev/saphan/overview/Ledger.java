/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.overview;

import dev.saphan.money.Money;
import dev.saphan.payment.AttemptStatus;
import dev.saphan.payment.Attention;
import dev.saphan.payment.FailureCode;
import dev.saphan.persistence.Utc;
import dev.saphan.settings.AlertRouting;
import dev.saphan.settings.DuplicatePaymentPolicy;
import dev.saphan.settings.LatePaymentPolicy;
import dev.saphan.settings.RefundLimits;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A store of its own with rows as they would be, so that a test knows every figure. */
final class Ledger {

    private final DataSource database;
    private final Store store;

    Ledger(DataSource database, ZoneId zone) {
        this.database = database;
        this.store = new Store(
                new StoreId("s" + UUID.randomUUID().toString().substring(0, 12)),
                "A shop",
                "TH",
                zone,
                Map.of(),
                Map.of(),
                Optional.empty(),
                false,
                Set.of(),
                Map.of(),
                LatePaymentPolicy.ACCEPT,
                DuplicatePaymentPolicy.FLAG,
                true,
                Duration.ofDays(7),
                AlertRouting.NONE,
                RefundLimits.NONE);
    }

    Store store() {
        return store;
    }

    /** Answers its id. */
    String paid(Money amount, Instant at) {
        return payment("PAID", amount, at, at);
    }

    void takenBack(String payment, Money refundedBefore, Instant at) {
        change(
                "update payment set taken_back_at = ?, refunded_minor = ? where id = ?",
                Utc.of(at),
                refundedBefore.minorUnits(),
                payment);
    }

    String open(Money amount, Instant at) {
        return payment("OPEN", amount, at, null);
    }

    private String payment(String status, Money amount, Instant created, @Nullable Instant paid) {
        String id = id("pay");
        insert(
                "payment (id, version, store_id, mode, order_reference, status, amount_minor, currency, refunded_minor,"
                        + " channel, locale, return_url, token_hash, token_sealed, metadata, message_sequence, created_at,"
                        + " changed_at, paid_at, closes_at)",
                id,
                0,
                store.id().value(),
                "TEST",
                id,
                status,
                amount.minorUnits(),
                amount.currencyCode(),
                0,
                "ONLINE",
                "en",
                "https://shop.example/",
                id,
                "",
                "{}",
                0,
                Utc.of(created),
                Utc.of(created),
                paid == null ? null : Utc.of(paid),
                Utc.of(created));
        return id;
    }

    String attempt(String payment, String method, AttemptStatus status, Instant created, @Nullable Duration took) {
        return attempt(payment, method, status, null, created, took, null);
    }

    String attempt(
            String payment,
            String method,
            AttemptStatus status,
            @Nullable FailureCode failure,
            Instant created,
            @Nullable Duration took,
            @Nullable Instant expires) {
        String id = id("att");
        insert(
                "attempt (id, payment_id, number, account_key, method, flow, status, charge_id, failure_code, refundable,"
                        + " disputed, created_at, settled_at, expires_at)",
                id,
                payment,
                1,
                store.id() + ":test",
                method,
                "QR",
                status.name(),
                "chrg_" + id,
                failure == null ? null : failure.name(),
                true,
                false,
                Utc.of(created),
                took == null ? null : Utc.of(created.plus(took)),
                expires == null ? null : Utc.of(expires));
        return id;
    }

    void refunded(String payment, String attempt, Money amount, String status, Instant at) {
        insert(
                "refund (id, payment_id, attempt_id, account_key, amount_minor, currency, status, sent, voided, reason,"
                        + " origin, requested_by, created_at)",
                id("ref"),
                payment,
                attempt,
                store.id() + ":test",
                amount.minorUnits(),
                amount.currencyCode(),
                status,
                true,
                false,
                "",
                "ADMIN",
                "admin",
                Utc.of(at));
    }

    void raised(String payment, Attention kind) {
        insert("payment_attention (payment_id, kind)", payment, kind.name());
    }

    void webhook(Instant at, boolean listed) {
        String id = id("evt");
        insert(
                "inbound_event (id, store_id, mode, event_id, event_key, verdict, body, received_at, listed)",
                id,
                store.id().value(),
                "TEST",
                id,
                "charge.complete",
                "GENUINE",
                "{}",
                Utc.of(at),
                listed);
    }

    private static String id(String kind) {
        return kind + "_" + UUID.randomUUID().toString().replace("-", "").substring(0, 30);
    }

    private void insert(String into, @Nullable Object... values) {
        List<String> marks = new ArrayList<>();
        Arrays.stream(values).forEach(value -> marks.add("?"));
        change("insert into " + into + " values (" + String.join(", ", marks) + ")", values);
    }

    private void change(String rows, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(rows)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
