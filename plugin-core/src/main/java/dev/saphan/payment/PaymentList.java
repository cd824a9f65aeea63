/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.payment.PaymentFilter.Condition;
import dev.saphan.persistence.Utc;
import dev.saphan.settings.AccountKey;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A store's payments for somebody who looks for one, newest first. A page begins behind or ends before a payment that
 * was seen, and not at a number, so what comes in meanwhile moves nothing, and the thousandth page is as fast as the
 * first. Call it inside a transaction.
 */
@Wired
public class PaymentList {

    private static final String PAYMENT_ID = "pay_";
    private static final String CHARGE_ID = "chrg_";

    private final EntityManager entities;

    @Inject
    PaymentList(EntityManager entities) {
        this.entities = entities;
    }

    public PaymentPage newest(PaymentFilter filter, int size) {
        List<Payment> found = read(filter, "", Map.of(), "desc", size + 1);
        return page(first(found, size), false, found.size() > size);
    }

    /** What follows a payment of the list; the newest ones if there is no such payment. */
    public PaymentPage olderThan(PaymentId seen, PaymentFilter filter, int size) {
        Payment edge = entities.find(Payment.class, seen.value());
        if (edge == null) {
            return newest(filter, size);
        }
        List<Payment> found = read(
                filter, " and (p.createdAt < :at or (p.createdAt = :at and p.id < :edge))", at(edge), "desc", size + 1);
        return page(first(found, size), true, found.size() > size);
    }

    /** What stands before a payment of the list; the newest ones if there is no such payment, or less than a page. */
    public PaymentPage newerThan(PaymentId seen, PaymentFilter filter, int size) {
        Payment edge = entities.find(Payment.class, seen.value());
        if (edge == null) {
            return newest(filter, size);
        }
        List<Payment> found = read(
                filter, " and (p.createdAt > :at or (p.createdAt = :at and p.id > :edge))", at(edge), "asc", size + 1);
        if (found.size() < size) {
            return newest(filter, size);
        }
        List<Payment> shown = new ArrayList<>(first(found, size));
        Collections.reverse(shown);
        return page(shown, found.size() > size, true);
    }

    private List<Payment> read(
            PaymentFilter filter, String place, Map<String, Object> edge, String direction, int limit) {
        Map<String, Object> values = new LinkedHashMap<>(edge);
        String conditions = conditions(filter, values);
        TypedQuery<Payment> query = entities.createQuery(
                "select p from Payment p where " + conditions + place + " order by p.createdAt " + direction + ", p.id "
                        + direction,
                Payment.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    private static String conditions(PaymentFilter filter, Map<String, Object> values) {
        StringBuilder all = new StringBuilder("p.storeId = :store and p.mode = :mode");
        values.put("store", filter.store().value());
        values.put("mode", filter.mode());
        filter.method().ifPresent(code -> {
            all.append(" and p.method = :method");
            values.put("method", code);
        });
        filter.condition().ifPresent(condition -> all.append(condition(condition, values)));
        if (!filter.text().isEmpty()) {
            all.append(text(filter, values));
        }
        return all.toString();
    }

    private static String condition(Condition condition, Map<String, Object> values) {
        return switch (condition) {
            case OPEN, PAID, CLOSED -> {
                values.put("status", PaymentStatus.valueOf(condition.name()));
                yield " and p.status = :status";
            }
            case REFUNDED -> " and p.refundedMinor > 0";
            case ATTENTION -> " and p.attention is not empty";
        };
    }

    /** An id is looked up by its index, whole; only order references are searched for a part. */
    private static String text(PaymentFilter filter, Map<String, Object> values) {
        String text = filter.text().toLowerCase(Locale.ROOT);
        if (text.startsWith(PAYMENT_ID)) {
            values.put("text", text);
            return " and p.id = :text";
        }
        if (text.startsWith(CHARGE_ID)) {
            values.put("text", filter.text());
            values.put("account", new AccountKey(filter.store(), filter.mode()).toString());
            return " and p.id in (select a.payment.id from Attempt a where a.accountKey = :account"
                    + " and a.chargeId = :text)";
        }
        values.put("text", "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
        return " and lower(p.orderReference) like :text escape '!'";
    }

    private static Map<String, Object> at(Payment edge) {
        return Map.of("at", Utc.of(edge.createdAt()), "edge", edge.id().value());
    }

    private PaymentPage page(List<Payment> shown, boolean hasNewer, boolean hasOlder) {
        if (shown.isEmpty()) {
            return new PaymentPage(List.of(), hasNewer, hasOlder);
        }
        List<String> ids = shown.stream().map(payment -> payment.id().value()).toList();
        Map<String, Set<Attention>> attention = attention(ids);
        Set<String> unanswered = unanswered(ids);
        return new PaymentPage(
                shown.stream()
                        .map(payment -> summary(payment, attention, unanswered))
                        .toList(),
                hasNewer,
                hasOlder);
    }

    private Map<String, Set<Attention>> attention(List<String> ids) {
        Map<String, Set<Attention>> kinds = new HashMap<>();
        entities.createQuery(
                        "select p.id, kind from Payment p join p.attention kind where p.id in :ids", Object[].class)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(row -> kinds.computeIfAbsent((String) row[0], id -> EnumSet.noneOf(Attention.class))
                        .add((Attention) row[1]));
        return kinds;
    }

    private Set<String> unanswered(List<String> ids) {
        return new HashSet<>(entities.createQuery(
                        "select a.payment.id from Attempt a where a.payment.id in :ids and a.status in :unanswered",
                        String.class)
                .setParameter("ids", ids)
                .setParameter("unanswered", List.of(AttemptStatus.CREATING, AttemptStatus.UNKNOWN))
                .getResultList());
    }

    private static PaymentSummary summary(
            Payment payment, Map<String, Set<Attention>> attention, Set<String> unanswered) {
        String id = payment.id().value();
        return new PaymentSummary(
                payment.id(),
                payment.orderReference(),
                payment.status(),
                payment.status() == PaymentStatus.OPEN && unanswered.contains(id),
                payment.closedReason(),
                payment.amount(),
                payment.refunded(),
                payment.method(),
                payment.channel(),
                payment.createdAt(),
                attention.getOrDefault(id, Set.of()));
    }

    private static <T> List<T> first(List<T> found, int size) {
        return found.subList(0, Math.min(size, found.size()));
    }
}
