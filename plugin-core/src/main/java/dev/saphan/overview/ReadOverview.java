/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.overview;

import dev.saphan.persistence.Transactions;
import dev.saphan.settings.AccountKey;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * Adds up how stores do over the last days, today included. Each store's days are those of its own time zone. Asks the
 * database for sums only; nothing is kept.
 */
@Wired
public class ReadOverview {

    private final MoneyMoved money;
    private final AttemptsCounted attempts;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    ReadOverview(MoneyMoved money, AttemptsCounted attempts, Transactions transactions, Clock clock) {
        this.money = money;
        this.attempts = attempts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param stores at least one
     * @param days how many, today being the last
     */
    public Overview of(List<Store> stores, Mode mode, int days) {
        Instant now = clock.instant();
        return transactions.call(() -> {
            OutcomeTally outcomes = outcomes(stores, mode, now, days);
            return new Overview(
                    money(stores, mode, now, days),
                    upToNow(stores, mode, now, 0),
                    upToNow(stores, mode, now, 7),
                    outcomes.methods(),
                    outcomes.failures());
        });
    }

    private Map<Currency, List<DayMoney>> money(List<Store> stores, Mode mode, Instant now, int days) {
        MoneyTally tally = new MoneyTally();
        stores.forEach(store -> add(tally, store, mode, lastDays(store, now, days)));
        LocalDate last = stores.stream()
                .map(store -> today(store, now).toLocalDate())
                .max(LocalDate::compareTo)
                .orElseThrow();
        return tally.days(last.minusDays(days - 1L), last);
    }

    private OutcomeTally outcomes(List<Store> stores, Mode mode, Instant now, int days) {
        OutcomeTally tally = new OutcomeTally();
        stores.forEach(store -> tally.add(attempts.begunIn(account(store, mode), lastDays(store, now, days))));
        return tally;
    }

    private DaySoFar upToNow(List<Store> stores, Mode mode, Instant now, int daysAgo) {
        MoneyTally tally = new MoneyTally();
        OutcomeTally outcomes = new OutcomeTally();
        for (Store store : stores) {
            ZonedDateTime today = today(store, now);
            Span span = Span.dayUpTo(today.toLocalDate().minusDays(daysAgo), today.toLocalTime(), store.timeZone());
            add(tally, store, mode, span);
            outcomes.add(attempts.begunIn(account(store, mode), span));
        }
        return tally.altogether(outcomes.success());
    }

    private void add(MoneyTally tally, Store store, Mode mode, Span span) {
        tally.in(money.in(account(store, mode), span), store.timeZone());
        tally.back(money.back(account(store, mode), span), store.timeZone());
        tally.back(money.takenBack(account(store, mode), span), store.timeZone());
    }

    private static Span lastDays(Store store, Instant now, int days) {
        LocalDate today = today(store, now).toLocalDate();
        return Span.days(today.minusDays(days - 1L), today, store.timeZone());
    }

    private static ZonedDateTime today(Store store, Instant now) {
        return now.atZone(store.timeZone());
    }

    private static AccountKey account(Store store, Mode mode) {
        return new AccountKey(store.id(), mode);
    }
}
