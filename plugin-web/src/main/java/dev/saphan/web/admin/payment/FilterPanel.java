/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.payment;

import dev.saphan.method.Channel;
import dev.saphan.method.Methods;
import dev.saphan.payment.PaymentFilter.Condition;
import dev.saphan.payment.PaymentFilter.Happening;
import dev.saphan.web.admin.Wording;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** The form above the list, and a chip for each filter that is on. */
@Named("filterPanel")
@RequestScoped
public class FilterPanel {

    @Inject
    ListRequest asked;

    @Inject
    VisibleStores stores;

    @Inject
    Methods methods;

    @Inject
    FilterChips chips;

    @Inject
    Wording wording;

    public List<Choice> getStores() {
        return stores.all().stream()
                .map(one -> new Choice(
                        one.id().value(),
                        one.name(),
                        "",
                        one.equals(asked.query().store())))
                .toList();
    }

    public List<Choice> getConditions() {
        return choices(
                ListQuery.STATUS,
                "condition.",
                Arrays.stream(Condition.values()).map(Condition::code));
    }

    public List<Choice> getChannels() {
        return choices(
                ListQuery.CHANNEL, "channel.", Arrays.stream(Channel.values()).map(Channel::code));
    }

    public List<Choice> getHappenings() {
        return choices(
                ListQuery.DATES, "dates.", Arrays.stream(Happening.values()).map(Happening::code));
    }

    public List<Choice> getPeriods() {
        return choices(
                ListQuery.PERIOD, "period.", Arrays.stream(NamedPeriod.values()).map(NamedPeriod::code));
    }

    private List<Choice> choices(String parameter, String words, Stream<String> codes) {
        String chosen = value(parameter);
        return codes.map(code -> new Choice(code, wording.of(words + code), "", code.equals(chosen)))
                .toList();
    }

    public List<Choice> getMethods() {
        return methods.all().stream()
                .map(method -> new Choice(
                        method.code(),
                        method.label(wording.locale()),
                        "",
                        method.code().equals(value(ListQuery.METHOD))))
                .toList();
    }

    /** Those that any method takes. */
    public List<Choice> getCurrencies() {
        String chosen = asked.query().filters().getOrDefault(ListQuery.CURRENCY, usualCurrency());
        return Stream.concat(
                        Stream.of(usualCurrency()),
                        methods.all().stream()
                                .flatMap(method -> method.descriptor().limits().stream())
                                .map(limit -> limit.minimum().currency())
                                .map(Currency::getCurrencyCode)
                                .sorted())
                .distinct()
                .map(code -> new Choice(code, code, "", code.equals(chosen)))
                .toList();
    }

    private String usualCurrency() {
        return FilterReader.currencyOf(asked.query().store()).getCurrencyCode();
    }

    /** What stands in a field now. */
    public String value(String parameter) {
        return asked.query().value(parameter);
    }

    /** Store, mode and filters by name, for forms that lead back to the same list. */
    public List<Choice> getKept() {
        ListQuery query = asked.query();
        return Stream.concat(
                        Stream.of(
                                new Choice("store", query.store().id().value(), "", false),
                                new Choice("mode", query.mode().code(), "", false)),
                        query.filters().entrySet().stream()
                                .map(filter -> new Choice(filter.getKey(), filter.getValue(), "", false)))
                .toList();
    }

    /** Whether one of the filters that are folded away is on. */
    public boolean isUnfolded() {
        return !asked.problems().isEmpty()
                || Stream.of(
                                ListQuery.METHOD,
                                ListQuery.CHANNEL,
                                ListQuery.LEAST,
                                ListQuery.MOST,
                                ListQuery.PERIOD,
                                ListQuery.FROM,
                                ListQuery.TO)
                        .anyMatch(asked.query().filters()::containsKey);
    }

    /** What of the typed filters was not understood, in sentences. */
    public List<String> getProblems() {
        return asked.problems().stream().distinct().map(wording::of).toList();
    }

    public List<FilterChips.Chip> getChips() {
        return chips.of(asked.query());
    }

    /** The same store and mode without a filter. */
    public String getUnfiltered() {
        return asked.query()
                .without(ListQuery.NAMES.toArray(String[]::new))
                .address()
                .toString();
    }
}
