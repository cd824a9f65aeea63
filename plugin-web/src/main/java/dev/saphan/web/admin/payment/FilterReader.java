/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.payment;

import dev.saphan.method.Channel;
import dev.saphan.method.Methods;
import dev.saphan.money.Money;
import dev.saphan.payment.PaymentFilter;
import dev.saphan.payment.PaymentFilter.Condition;
import dev.saphan.payment.PaymentFilter.Happening;
import dev.saphan.payment.PaymentFilter.Period;
import dev.saphan.settings.MethodSettings.AmountRange;
import dev.saphan.settings.Store;
import dev.saphan.web.admin.AmountText;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Turns what stands in an address into a filter. What means nothing is left out and, where a person typed it, complained
 * about.
 */
final class FilterReader {

    private static final int LONGEST_TEXT = 100;
    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);
    private static final LocalDate FAR_AHEAD = LocalDate.of(2999, 12, 31);

    private final Function<String, Optional<String>> parameters;
    private final Methods methods;
    private final Clock clock;
    private final Store store;
    private final Map<String, String> kept = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    /** @param parameters what was asked for, by name */
    FilterReader(Function<String, Optional<String>> parameters, Store store, Methods methods, Clock clock) {
        this.parameters = parameters;
        this.store = store;
        this.methods = methods;
        this.clock = clock;
    }

    /**
     * What was understood.
     *
     * @param problems keys of sentences about what was not
     */
    record Reading(Map<String, String> kept, PaymentFilter filter, List<String> problems) {}

    Reading read(PaymentFilter all) {
        PaymentFilter filter = all.with(text());
        filter = keep(ListQuery.STATUS, this::condition).map(filter::in).orElse(filter);
        filter = keep(ListQuery.METHOD, code -> methods.find(code).map(method -> code))
                .map(filter::by)
                .orElse(filter);
        filter = keep(ListQuery.CHANNEL, this::channel).map(filter::at).orElse(filter);
        filter = amount().map(filter::over).orElse(filter);
        filter = period().map(filter::during).orElse(filter);
        return new Reading(kept, filter, problems);
    }

    private String text() {
        return keep(ListQuery.TEXT, typed -> Optional.of(cut(typed))).orElse("");
    }

    static String cut(String typed) {
        return typed.substring(0, Math.min(typed.length(), LONGEST_TEXT));
    }

    private Optional<Condition> condition(String code) {
        return Arrays.stream(Condition.values())
                .filter(condition -> condition.code().equals(code))
                .findFirst();
    }

    private Optional<Channel> channel(String code) {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.code().equals(code))
                .findFirst();
    }

    private Optional<AmountRange> amount() {
        Currency currency = parameters
                .apply(ListQuery.CURRENCY)
                .flatMap(FilterReader::currency)
                .orElseGet(() -> currencyOf(store));
        Optional<Money> least = keep(ListQuery.LEAST, typed -> money(typed, currency));
        Optional<Money> most = keep(ListQuery.MOST, typed -> money(typed, currency));
        if (least.isEmpty() && most.isEmpty()) {
            return Optional.empty();
        }
        Money from = least.orElse(Money.zero(currency));
        Money to = most.orElse(new Money(Long.MAX_VALUE, currency));
        if (to.isLessThan(from)) {
            return complain("filter.amount.crossed", ListQuery.LEAST, ListQuery.MOST);
        }
        kept.put(ListQuery.CURRENCY, currency.getCurrencyCode());
        return Optional.of(new AmountRange(from, to));
    }

    private Optional<Period> period() {
        Happening happening = keep(ListQuery.DATES, FilterReader::happening).orElse(Happening.CREATED);
        Optional<LocalDate> from = keep(ListQuery.FROM, this::date);
        Optional<LocalDate> to = keep(ListQuery.TO, this::date);
        ZoneId zone = store.timeZone();
        if (from.isPresent() || to.isPresent()) {
            LocalDate first = from.orElse(LONG_AGO);
            LocalDate last = to.orElse(FAR_AHEAD);
            return last.isBefore(first)
                    ? complain("filter.dates.crossed", ListQuery.FROM, ListQuery.TO, ListQuery.DATES)
                    : Optional.of(NamedPeriod.days(happening, first, last, zone));
        }
        Optional<NamedPeriod> named = keep(ListQuery.PERIOD, NamedPeriod::of);
        if (named.isEmpty()) {
            kept.remove(ListQuery.DATES);
        }
        return named.map(period -> period.of(happening, clock.instant(), zone));
    }

    private Optional<Money> money(String typed, Currency currency) {
        AmountText.Reading reading = AmountText.read(typed, currency);
        return reading.isAmount() ? Optional.of(reading.amount()) : complain("filter.amount.malformed");
    }

    private Optional<LocalDate> date(String typed) {
        try {
            LocalDate date = LocalDate.parse(typed);
            boolean sensible = !date.isBefore(LONG_AGO) && !date.isAfter(FAR_AHEAD);
            return sensible ? Optional.of(date) : complain("filter.dates.malformed");
        } catch (DateTimeParseException e) {
            return complain("filter.dates.malformed");
        }
    }

    private <T> Optional<T> complain(String problem, String... left) {
        problems.add(problem);
        kept.keySet().removeAll(List.of(left));
        return Optional.empty();
    }

    private <T> Optional<T> keep(String name, Function<String, Optional<T>> meaning) {
        Optional<String> asked = parameters.apply(name);
        Optional<T> meant = asked.flatMap(meaning);
        meant.ifPresent(value -> kept.put(name, asked.orElseThrow()));
        return meant;
    }

    private static Optional<Happening> happening(String code) {
        return Arrays.stream(Happening.values())
                .filter(happening -> happening.code().equals(code))
                .findFirst();
    }

    private static Optional<Currency> currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code) && currency.getDefaultFractionDigits() >= 0)
                .findFirst();
    }

    /** What people mean when they name no currency. */
    static Currency currencyOf(Store store) {
        return Currency.getInstance(new Locale("", store.country()));
    }
}
