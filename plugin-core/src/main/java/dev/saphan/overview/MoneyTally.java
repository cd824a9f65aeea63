/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.overview;

import dev.saphan.money.Money;
import dev.saphan.overview.MoneyMoved.Sum;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up sums by day and currency, each store's in its own time zone. */
final class MoneyTally {

    private record Place(LocalDate day, Currency currency) {}

    private final Map<Place, Money> in = new HashMap<>();
    private final Map<Place, Money> back = new HashMap<>();
    private final Map<Place, Long> payments = new HashMap<>();

    MoneyTally in(List<Sum> sums, ZoneId zone) {
        sums.forEach(sum -> {
            in.merge(place(sum, zone), sum.amount(), Money::plus);
            payments.merge(place(sum, zone), sum.count(), Long::sum);
        });
        return this;
    }

    MoneyTally back(List<Sum> sums, ZoneId zone) {
        sums.forEach(sum -> back.merge(place(sum, zone), sum.amount(), Money::plus));
        return this;
    }

    /** Each of the days, also those on which nothing moved. */
    Map<Currency, List<DayMoney>> days(LocalDate first, LocalDate last) {
        SortedMap<Currency, List<DayMoney>> days = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        in.keySet().forEach(place -> days.put(place.currency(), List.of()));
        back.keySet().forEach(place -> days.put(place.currency(), List.of()));
        days.replaceAll((currency, empty) -> first.datesUntil(last.plusDays(1))
                .map(day -> day(new Place(day, currency)))
                .toList());
        return days;
    }

    private DayMoney day(Place place) {
        Money nothing = Money.zero(place.currency());
        return new DayMoney(
                place.day(),
                payments.getOrDefault(place, 0L),
                in.getOrDefault(place, nothing),
                back.getOrDefault(place, nothing));
    }

    DaySoFar altogether(Success success) {
        long paid = payments.values().stream().mapToLong(Long::longValue).sum();
        return new DaySoFar(byCurrency(in), byCurrency(back), paid, success);
    }

    private static Map<Currency, Money> byCurrency(Map<Place, Money> sums) {
        Map<Currency, Money> together = new HashMap<>();
        sums.forEach((place, sum) -> together.merge(place.currency(), sum, Money::plus));
        return together;
    }

    private static Place place(Sum sum, ZoneId zone) {
        return new Place(sum.quarter().atZone(zone).toLocalDate(), sum.amount().currency());
    }
}
