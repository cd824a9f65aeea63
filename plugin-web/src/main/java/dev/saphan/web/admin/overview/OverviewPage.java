/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.overview;

import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.web.admin.Wording;
import dev.saphan.web.admin.payment.Choice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which stores, mode and days the overview is about, and the others that it could be about. */
@Named("overviewPage")
@RequestScoped
public class OverviewPage {

    @Inject
    OverviewRequest asked;

    @Inject
    Wording wording;

    public List<Choice> getStores() {
        OverviewQuery query = asked.query();
        List<Choice> choices = new ArrayList<>();
        if (query.visible().size() > 1) {
            choices.add(store(wording.of("overview.all_stores"), Optional.empty()));
            query.visible().forEach(store -> choices.add(store(store.name(), Optional.of(store))));
        }
        return choices;
    }

    private Choice store(String label, Optional<Store> one) {
        OverviewQuery query = asked.query();
        return new Choice(
                one.map(store -> store.id().value()).orElse("*"),
                label,
                query.of(one).address().toString(),
                one.equals(query.one()));
    }

    public List<Choice> getModes() {
        OverviewQuery query = asked.query();
        return Stream.of(Mode.LIVE, Mode.TEST)
                .map(mode -> new Choice(
                        mode.code(),
                        wording.of("mode." + mode.code()),
                        query.in(mode).address().toString(),
                        mode == query.mode()))
                .toList();
    }

    public List<Choice> getPeriods() {
        OverviewQuery query = asked.query();
        return Arrays.stream(OverviewPeriod.values())
                .map(period -> new Choice(
                        period.code(),
                        wording.of("period." + period.code()),
                        query.over(period).address().toString(),
                        period == query.period()))
                .toList();
    }

    public String getMode() {
        return asked.query().mode().code();
    }

    public String getPeriod() {
        return asked.query().period().code();
    }

    public String getStoreName() {
        return asked.query().one().map(Store::name).orElseGet(() -> wording.of("overview.all_stores"));
    }

    public String getTimeZones() {
        return asked.query().stores().stream()
                .map(store -> store.timeZone().getId())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    public boolean isSeveralTimeZones() {
        return asked.query().stores().stream().map(Store::timeZone).distinct().count() > 1;
    }
}
