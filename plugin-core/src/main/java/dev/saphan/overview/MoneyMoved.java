/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.overview;

import dev.saphan.money.Money;
import dev.saphan.persistence.PluginData;
import dev.saphan.persistence.Utc;
import dev.saphan.refund.RefundStatus;
import dev.saphan.settings.AccountKey;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;

/**
 * Money that came in and went back, added up by the database for each currency and quarter of an hour: the midnights of
 * all time zones, also on the days on which clocks are changed, lie between two quarters. Call it inside a transaction.
 */
@Wired
class MoneyMoved {

    private static final long QUARTER_OF_AN_HOUR = 900;

    private final EntityManager entities;

    @Inject
    MoneyMoved(@PluginData EntityManager entities) {
        this.entities = entities;
    }

    /**
     * So much within a quarter of an hour.
     *
     * @param count of payments or refunds
     */
    record Sum(Instant quarter, long count, Money amount) {}

    /** Payments by the time at which they were paid. */
    List<Sum> in(AccountKey account, Span span) {
        return read(ofPayments(account, "paid_at", "amount_minor"), span);
    }

    /** Payments whose success Omise took back, by the time at which it did, without what had been refunded. */
    List<Sum> takenBack(AccountKey account, Span span) {
        return read(ofPayments(account, "taken_back_at", "amount_minor - refunded_minor"), span);
    }

    private Query ofPayments(AccountKey account, String time, String amount) {
        return entities.createNativeQuery(sums("payment where store_id = ?1 and mode = ?2", time, amount))
                .setParameter(1, account.store().value())
                .setParameter(2, account.mode().name());
    }

    /** Refunds that went through, by the time at which they were asked for. */
    List<Sum> back(AccountKey account, Span span) {
        return read(
                entities.createNativeQuery(
                                sums("refund where account_key = ?1 and status = ?2", "created_at", "amount_minor"))
                        .setParameter(1, account.toString())
                        .setParameter(2, RefundStatus.SUCCEEDED.name()),
                span);
    }

    private static String sums(String rows, String time, String amount) {
        String quarter = "floor(extract(epoch from " + time + ") / " + QUARTER_OF_AN_HOUR + ")";
        return "select " + quarter + ", currency, count(*), sum(" + amount + ") from " + rows + " and " + time
                + " >= ?3 and " + time + " < ?4 group by " + quarter + ", currency";
    }

    private static List<Sum> read(Query query, Span span) {
        List<?> rows = query.setParameter(3, Utc.of(span.from()))
                .setParameter(4, Utc.of(span.until()))
                .getResultList();
        return rows.stream().map(row -> sum((Object[]) row)).toList();
    }

    private static Sum sum(Object[] row) {
        return new Sum(
                Instant.ofEpochSecond(Math.multiplyExact(number(row[0]), QUARTER_OF_AN_HOUR)),
                number(row[2]),
                Money.ofMinor(number(row[3]), (String) row[1]));
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
