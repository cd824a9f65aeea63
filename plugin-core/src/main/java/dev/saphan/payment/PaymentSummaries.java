/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.persistence.PluginData;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Payments as lines of a list: two queries more, however many there are. */
@Wired
class PaymentSummaries {

    private final EntityManager entities;

    @Inject
    PaymentSummaries(@PluginData EntityManager entities) {
        this.entities = entities;
    }

    List<PaymentSummary> of(List<Payment> payments) {
        if (payments.isEmpty()) {
            return List.of();
        }
        List<String> ids =
                payments.stream().map(payment -> payment.id().value()).toList();
        Map<String, Set<Attention>> attention = attention(ids);
        Map<String, Attempt> newest = newestAttempts(ids);
        return payments.stream()
                .map(payment -> summary(
                        payment,
                        attention.getOrDefault(payment.id().value(), Set.of()),
                        newest.get(payment.id().value())))
                .toList();
    }

    private Map<String, Set<Attention>> attention(Collection<String> ids) {
        Map<String, Set<Attention>> kinds = new HashMap<>();
        entities.createQuery(
                        "select p.id, kind from Payment p join p.attention kind where p.id in :ids", Object[].class)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(row -> kinds.computeIfAbsent((String) row[0], id -> EnumSet.noneOf(Attention.class))
                        .add((Attention) row[1]));
        return kinds;
    }

    /** The one that paid, or else the last one. */
    private Map<String, Attempt> newestAttempts(Collection<String> ids) {
        Map<String, Attempt> attempts = new HashMap<>();
        entities.createQuery("select a from Attempt a where a.payment.id in :ids order by a.number", Attempt.class)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(attempt -> attempts.merge(
                        attempt.payment().id().value(),
                        attempt,
                        (before, next) -> next.payment().isPaidBy(before) ? before : next));
        return attempts;
    }

    private static PaymentSummary summary(Payment payment, Set<Attention> attention, @Nullable Attempt attempt) {
        return new PaymentSummary(
                payment.id(),
                payment.orderReference(),
                payment.status(),
                payment.status() == PaymentStatus.OPEN
                        && attempt != null
                        && attempt.status().isUnanswered(),
                payment.closedReason(),
                payment.amount(),
                payment.refunded(),
                payment.method(),
                payment.channel(),
                Optional.ofNullable(attempt).flatMap(Attempt::chargeId),
                payment.createdAt(),
                payment.paidAt(),
                attention);
    }
}
