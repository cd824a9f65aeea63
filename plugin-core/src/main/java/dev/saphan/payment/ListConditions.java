/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.payment.PaymentFilter.Condition;
import dev.saphan.payment.PaymentFilter.Period;
import dev.saphan.persistence.Utc;
import dev.saphan.settings.MethodSettings.AmountRange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A filter as conditions on payment {@code p} with their values. Each goes together with an index of its own, so that
 * what a shop hardly ever has is found as quickly as what it has every day.
 */
final class ListConditions {

    private final StringBuilder text = new StringBuilder("p.storeId = :store and p.mode = :mode");
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final String time;

    ListConditions(PaymentFilter filter) {
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
        }
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
