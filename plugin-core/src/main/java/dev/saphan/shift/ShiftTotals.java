/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.shift;

import dev.saphan.method.Channel;
import dev.saphan.money.Money;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.AttemptStatus;
import dev.saphan.payment.PaymentStatus;
import dev.saphan.persistence.PluginData;
import dev.saphan.persistence.Utc;
import dev.saphan.refund.RefundStatus;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what the tills took. A payment counts at the moment at which the gateway says that it was paid; a refund that
 * was carried out counts at the moment at which it was asked for, with the cashier who took the payment. A charge that
 * pays for nothing is not counted, nor is what goes back of it. Call it inside a transaction.
 */
@Wired
public class ShiftTotals {

    private static final int MOST_OPEN = 100;

    private static final String OF_PAYMENTS = "select a.cashier, a.method, p.currency, count(a.id), sum(p.amountMinor)"
            + " from Attempt a join a.payment p where p.paidAttemptId = a.id and p.storeId = :store and p.mode = :mode"
            + " and p.channel = :counter and p.paidAt >= :from and p.paidAt < :until";

    private static final String OF_REFUNDS = "select a.cashier, a.method, r.currency, count(r.id), sum(r.amountMinor)"
            + " from Refund r, Attempt a join a.payment p where r.attemptId = a.id and p.paidAttemptId = a.id"
            + " and r.accountKey = :account and r.status = :succeeded and p.channel = :counter"
            + " and r.createdAt >= :from and r.createdAt < :until";

    private static final String NOT_SETTLED = "select a from Attempt a join fetch a.payment p where p.storeId = :store"
            + " and p.mode = :mode and p.status = :open and p.channel = :counter and a.status in :live"
            + " and a.createdAt < :until";

    private static final String OF_CASHIER = " and a.cashier = :cashier";
    private static final String GROUPED = " group by a.cashier, a.method, ";

    private final EntityManager entities;

    @Inject
    ShiftTotals(@PluginData EntityManager entities) {
        this.entities = entities;
    }

    /** By cashier, those without one last; then by method and currency. */
    public List<ShiftLine> of(Shift shift) {
        Map<Key, Sum> taken = sums(payments(shift));
        Map<Key, Sum> refunded = sums(refunds(shift));
        Map<Key, Sum> keys = new LinkedHashMap<>(taken);
        keys.putAll(refunded);
        return keys.keySet().stream()
                .sorted()
                .map(key -> key.line(taken.getOrDefault(key, Sum.NONE), refunded.getOrDefault(key, Sum.NONE)))
                .toList();
    }

    /** What was begun before the shift's end and is not settled now, the oldest first, a bounded number. */
    public List<Attempt> notSettled(Shift shift) {
        TypedQuery<Attempt> query = entities.createQuery(
                        withCashier(shift, NOT_SETTLED) + " order by a.createdAt, a.id", Attempt.class)
                .setParameter("store", shift.account().store().value())
                .setParameter("mode", shift.account().mode())
                .setParameter("open", PaymentStatus.OPEN)
                .setParameter("counter", Channel.COUNTER)
                .setParameter("live", List.of(AttemptStatus.CREATING, AttemptStatus.UNKNOWN, AttemptStatus.PENDING))
                .setParameter("until", Utc.of(shift.until()))
                .setMaxResults(MOST_OPEN);
        shift.cashier().ifPresent(name -> query.setParameter("cashier", name));
        return query.getResultList();
    }

    private TypedQuery<Object[]> payments(Shift shift) {
        return within(
                        shift,
                        entities.createQuery(withCashier(shift, OF_PAYMENTS) + GROUPED + "p.currency", Object[].class))
                .setParameter("store", shift.account().store().value())
                .setParameter("mode", shift.account().mode());
    }

    private TypedQuery<Object[]> refunds(Shift shift) {
        return within(
                        shift,
                        entities.createQuery(withCashier(shift, OF_REFUNDS) + GROUPED + "r.currency", Object[].class))
                .setParameter("account", shift.account().toString())
                .setParameter("succeeded", RefundStatus.SUCCEEDED);
    }

    private static TypedQuery<Object[]> within(Shift shift, TypedQuery<Object[]> query) {
        query.setParameter("counter", Channel.COUNTER)
                .setParameter("from", Utc.of(shift.from()))
                .setParameter("until", Utc.of(shift.until()));
        shift.cashier().ifPresent(name -> query.setParameter("cashier", name));
        return query;
    }

    private static String withCashier(Shift shift, String query) {
        return shift.cashier().isPresent() ? query + OF_CASHIER : query;
    }

    private static Map<Key, Sum> sums(TypedQuery<Object[]> query) {
        Map<Key, Sum> sums = new LinkedHashMap<>();
        for (Object[] row : query.getResultList()) {
            sums.put(
                    new Key(Optional.ofNullable((@Nullable String) row[0]), (String) row[1], (String) row[2]),
                    new Sum(((Number) row[3]).longValue(), ((Number) row[4]).longValue()));
        }
        return sums;
    }

    private record Sum(long count, long minorUnits) {

        static final Sum NONE = new Sum(0, 0);
    }

    private record Key(Optional<String> cashier, String method, String currency) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(
                        (Key key) -> key.cashier().isEmpty())
                .thenComparing(key -> key.cashier().orElse(""))
                .thenComparing(Key::method)
                .thenComparing(Key::currency);

        ShiftLine line(Sum taken, Sum refunded) {
            return new ShiftLine(
                    cashier,
                    method,
                    taken.count(),
                    Money.ofMinor(taken.minorUnits(), currency),
                    refunded.count(),
                    Money.ofMinor(refunded.minorUnits(), currency));
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
