/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.payment.PaymentFilter.Condition;
import dev.saphan.payment.PaymentFilter.Period;
import dev.saphan.persistence.Utc;
import dev.saphan.settings.MethodSettings.AmountRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A filter as conditions on payment {@code p} with their values. Each goes together with an index of its own, so that
 * what a shop hardly ever has is found as quickly as what it has every day.
 */
final class ListConditions {

    /** Longer than any answer, and the first looks for it, take. */
    private static final Duration UNANSWERED = Duration.ofMinutes(2);

    /** Longer than Omise takes to call a charge expired, and we to ask. */
    private static final Duration OVERDUE = Duration.ofMinutes(10);

    private final StringBuilder text = new StringBuilder("p.storeId = :store and p.mode = :mode");
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final String time;
    private final Instant now;

    ListConditions(PaymentFilter filter, Instant now) {
        this.now = now;
        time = switch (filter.orderedBy()) {
            case CREATED -> "p.createdAt";
            case PAID -> "p.paidAt";
        };
        values.put("store", filter.store().value());
        values.put("mode", filter.mode());
        filter.method().ifPresent(code -> add("p.method = :method", "method", code));
        filter.channel().ifPresent(channel -> add("p.channel = :channel", "channel", channel));
        filter.condition().ifPresent(this::add);
        filter.amount().ifPresent(this::add);
        filter.period().ifPresent(this::add);
    }

    /** The time by which the list is ordered: a span of one time and the order of another would share no index. */
    String time() {
        return time;
    }

    /** Only payments with one of these ids. */
    ListConditions among(Set<String> ids) {
        add("p.id in :among", "among", ids);
        return this;
    }

    /** The time stands alone too, because the other half of the condition cannot tell an index where to begin. */
    ListConditions olderThan(ListEdge edge) {
        return place(time + " <= :at and (" + time + " < :at or p.id < :edge)", edge);
    }

    /** As {@link #olderThan}, the other way. */
    ListConditions newerThan(ListEdge edge) {
        return place(time + " >= :at and (" + time + " > :at or p.id > :edge)", edge);
    }

    String text() {
        return text.toString();
    }

    Map<String, Object> values() {
        return values;
    }

    private ListConditions place(String condition, ListEdge edge) {
        add(condition, "at", Utc.of(edge.time()));
        values.put("edge", edge.id());
        return this;
    }

    private void add(Condition condition) {
        switch (condition) {
            case OPEN, PAID, CLOSED -> add("p.status = :status", "status", PaymentStatus.valueOf(condition.name()));
            case REFUNDED -> text.append(" and p.refundedMinor > 0");
            case ATTENTION -> text.append(" and p.attention is not empty");
            case STUCK -> stuck();
            case DUPLICATE, MISMATCH, LATE, REFUND_FAILED, REVERSED, DISPUTED, CONFLICT ->
                add(
                        "p.id in (select q.id from Payment q join q.attention k where k in :raised)",
                        "raised",
                        condition.raised());
        }
    }

    /** From the side of the attempts: those under way are few, open payments are not. */
    private void stuck() {
        add("p.status = :status", "status", PaymentStatus.OPEN);
        add(
                "p.id in (select a.payment.id from Attempt a where a.status in :live and ("
                        + "(a.status <> :pending and a.createdAt < :unanswered) or a.expiresAt < :overdue))",
                "live",
                Arrays.stream(AttemptStatus.values())
                        .filter(AttemptStatus::isLive)
                        .toList());
        values.put("pending", AttemptStatus.PENDING);
        values.put("unanswered", Utc.of(now.minus(UNANSWERED)));
        values.put("overdue", Utc.of(now.minus(OVERDUE)));
    }

    private void add(AmountRange amount) {
        add("p.currency = :currency", "currency", amount.minimum().currencyCode());
        add("p.amountMinor >= :least", "least", amount.minimum().minorUnits());
        add("p.amountMinor <= :most", "most", amount.maximum().minorUnits());
    }

    private void add(Period period) {
        add(time + " >= :from", "from", Utc.of(period.from()));
        add(time + " < :until", "until", Utc.of(period.until()));
    }

    private void add(String condition, String name, Object value) {
        text.append(" and ").append(condition);
        values.put(name, value);
    }
}
