/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.money.Money;
import dev.saphan.persistence.PluginData;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the charges and refunds of a comparison add up to; the database does the sums. Call it inside a transaction. */
@Wired
public class ReconciledSums {

    private static final String OURS_TO_COUNT = " i.reconciliationId = :run and i.handling.finding <> :elsewhere"
            + " and (i.handling.outcome is null or i.handling.outcome <> :accepted) ";

    /** Charges that were paid, and refunds that went through. */
    private static final String WENT_THROUGH = ".status in ('successful', 'succeeded', 'voided') ";

    /** What {@link Sums#of} reads after count and sum. */
    private static final String FEES = " count(i.fees.netMinor), sum(i.fees.feeMinor), sum(i.fees.vatMinor),"
            + " sum(i.fees.netMinor), sum(case when i.theirs.status = 'voided' then 1 else 0 end)";

    private final EntityManager entities;

    @Inject
    ReconciledSums(@PluginData EntityManager entities) {
        this.entities = entities;
    }

    public Tally tally(ReconciliationId run) {
        return Tally.of(entities.createQuery(
                        "select i.handling.finding, i.handling.open, i.handling.outcome, count(i) from ReconciledItem i"
                                + " where i.reconciliationId = :run"
                                + " group by i.handling.finding, i.handling.open, i.handling.outcome",
                        Object[].class)
                .setParameter("run", run.value())
                .getResultList());
    }

    /** By currency. */
    public List<BookTotals> totals(ReconciliationId run) {
        Map<String, Sums> theirs = sums(run, "i.theirs");
        Map<String, Sums> ours = sums(run, "i.ours");
        TreeMap<String, BookTotals> totals = new TreeMap<>();
        for (String code : theirs.keySet()) {
            totals.put(code, totals(code, theirs, ours));
        }
        for (String code : ours.keySet()) {
            totals.put(code, totals(code, theirs, ours));
        }
        return List.copyOf(totals.values());
    }

    private static BookTotals totals(String code, Map<String, Sums> theirs, Map<String, Sums> ours) {
        Sums there = theirs.getOrDefault(code, Sums.NOTHING);
        Sums here = ours.getOrDefault(code, Sums.NOTHING);
        Function<Long, Money> money = minor -> Money.ofMinor(minor, code);
        return new BookTotals(
                Currency.getInstance(code),
                there.charges,
                here.charges,
                money.apply(there.paid),
                money.apply(here.paid),
                money.apply(there.refunded),
                money.apply(here.refunded),
                there.fees().map(money),
                there.netAfterRefunds().map(money));
    }

    /** Oldest first, then by currency. Only what is ours. */
    public List<DayTotals> days(ReconciliationId run) {
        TypedQuery<Object[]> query = entities.createQuery(
                "select i.theirs.currency, i.day, i.kind, count(i), sum(i.theirs.minor)," + FEES
                        + " from ReconciledItem i where" + OURS_TO_COUNT + "and i.theirs" + WENT_THROUGH
                        + "and i.belonging.paymentId is not null group by i.theirs.currency, i.day, i.kind",
                Object[].class);
        TreeMap<String, Sums> days = new TreeMap<>();
        with(query, run).getResultList().forEach(row -> days.merge(row[1] + " " + row[0], Sums.of(row), Sums::plus));
        return days.entrySet().stream()
                .map(entry -> day(entry.getKey().split(" ", 2), entry.getValue()))
                .toList();
    }

    private static DayTotals day(String[] key, Sums sums) {
        Function<Long, Money> money = minor -> Money.ofMinor(minor, key[1]);
        return new DayTotals(
                LocalDate.parse(key[0]),
                sums.charges,
                money.apply(sums.paid),
                sums.refunds,
                sums.voids,
                money.apply(sums.refunded),
                sums.told(sums.fee).map(money),
                sums.told(sums.vat).map(money),
                sums.netAfterRefunds().map(money));
    }

    private Map<String, Sums> sums(ReconciliationId run, String side) {
        String currency = side + ".currency";
        TypedQuery<Object[]> query = entities.createQuery(
                "select " + currency + ", i.theirs.currency, i.kind, count(i), sum(" + side + ".minor)," + FEES
                        + " from ReconciledItem i where" + OURS_TO_COUNT + "and " + side + WENT_THROUGH
                        + "group by " + currency + ", i.theirs.currency, i.kind",
                Object[].class);
        TreeMap<String, Sums> sums = new TreeMap<>();
        with(query, run).getResultList().forEach(row -> sums.merge((String) row[0], Sums.of(row), Sums::plus));
        return sums;
    }

    private static TypedQuery<Object[]> with(TypedQuery<Object[]> query, ReconciliationId run) {
        return query.setParameter("run", run.value())
                .setParameter("elsewhere", Finding.ELSEWHERE)
                .setParameter("accepted", Outcome.ACCEPTED);
    }

    /**
     * In minor units of one currency.
     *
     * @param toldNet how many of the charges tell their fees
     */
    private record Sums(
            long charges,
            long paid,
            long refunds,
            long refunded,
            long toldNet,
            long fee,
            long vat,
            long net,
            long voids) {

        static final Sums NOTHING = new Sums(0, 0, 0, 0, 0, 0, 0, 0, 0);

        /** A row of kind, count, sum, count of told fees, fee, tax, net, voids from its third column on. */
        static Sums of(Object[] row) {
            boolean charge = row[2] == ReconciledItem.Kind.CHARGE;
            long count = number(row[3]);
            long sum = number(row[4]);
            return charge
                    ? new Sums(count, sum, 0, 0, number(row[5]), number(row[6]), number(row[7]), number(row[8]), 0)
                    : new Sums(0, 0, count, sum, 0, 0, 0, 0, number(row[9]));
        }

        private static long number(@Nullable Object sum) {
            return sum instanceof Number number ? number.longValue() : 0;
        }

        Sums plus(Sums other) {
            return new Sums(
                    charges + other.charges,
                    Math.addExact(paid, other.paid),
                    refunds + other.refunds,
                    Math.addExact(refunded, other.refunded),
                    toldNet + other.toldNet,
                    Math.addExact(fee, other.fee),
                    Math.addExact(vat, other.vat),
                    Math.addExact(net, other.net),
                    voids + other.voids);
        }

        Optional<Long> told(long value) {
            return toldNet == charges ? Optional.of(value) : Optional.empty();
        }

        Optional<Long> fees() {
            return told(Math.addExact(fee, vat));
        }

        Optional<Long> netAfterRefunds() {
            return voids == 0 ? told(Math.subtractExact(net, refunded)) : Optional.empty();
        }
    }
}
