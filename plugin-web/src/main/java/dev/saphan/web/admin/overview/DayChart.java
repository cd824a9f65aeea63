/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.overview;

import dev.saphan.money.Money;
import dev.saphan.overview.DayMoney;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The picture of one currency's days: a bar up for what came in, a bar down for what went back. Its width is 10 for each
 * day, its height {@link Scale#HEIGHT}; the page stretches it.
 *
 * @param ticks amounts of the axis, from the top down
 * @param zero where the axis of the days lies
 */
public record DayChart(int width, int zero, List<Tick> ticks, List<Bar> bars) {

    private static final int MOST_NAMED = 10;

    /** @param y how far from the top */
    public record Tick(int y, String text) {}

    /**
     * One day.
     *
     * @param label below the picture; empty for days between
     * @param title what it says, for those who point at it
     */
    public record Bar(int x, int top, int inHeight, int backHeight, String label, String title) {}

    static DayChart of(List<DayMoney> days, Currency currency, Locale locale) {
        long highest =
                days.stream().mapToLong(day -> day.in().minorUnits()).max().orElse(0);
        long deepest =
                days.stream().mapToLong(day -> day.back().minorUnits()).max().orElse(0);
        Scale scale = Scale.over(highest, deepest, currency.getDefaultFractionDigits());
        int zero = scale.at(0);
        return new DayChart(
                days.size() * 10,
                zero,
                scale.ticks().stream()
                        .map(tick -> new Tick(scale.at(tick), compact(tick, currency, locale)))
                        .toList(),
                IntStream.range(0, days.size())
                        .mapToObj(i -> bar(i, days, scale, zero, locale))
                        .toList());
    }

    private static Bar bar(int index, List<DayMoney> days, Scale scale, int zero, Locale locale) {
        DayMoney day = days.get(index);
        int top = scale.at(day.in().minorUnits());
        int bottom = scale.at(-day.back().minorUnits());
        int daysToLast = days.size() - 1 - index;
        boolean named = daysToLast % Math.max(1, days.size() / MOST_NAMED + (days.size() > MOST_NAMED ? 1 : 0)) == 0;
        return new Bar(
                index * 10,
                top,
                zero - top,
                bottom - zero,
                named ? dayAndMonth(day.day(), locale) : "",
                dayAndMonth(day.day(), locale) + ": +" + amount(day.in(), locale) + ", −" + amount(day.back(), locale));
    }

    private static String amount(Money money, Locale locale) {
        return money.format(locale);
    }

    static String dayAndMonth(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern("d MMM", locale).format(day);
    }

    private static String compact(long minorUnits, Currency currency, Locale locale) {
        NumberFormat format = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(1);
        BigDecimal amount = BigDecimal.valueOf(Math.abs(minorUnits)).movePointLeft(currency.getDefaultFractionDigits());
        return (minorUnits < 0 ? "−" : "") + format.format(amount);
    }
}
