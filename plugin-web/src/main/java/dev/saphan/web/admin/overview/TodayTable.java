/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.overview;

import dev.saphan.money.Money;
import dev.saphan.overview.DaySoFar;
import dev.saphan.overview.Success;
import dev.saphan.web.admin.Wording;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Today against the same weekday of last week, up to this time of the day. */
@Named("todayTable")
@RequestScoped
public class TodayTable {

    @Inject
    OverviewRequest asked;

    @Inject
    Wording wording;

    /**
     * @param code of what it is
     * @param change how it differs from last week; a dash where that says nothing
     * @param tone of the change: {@code good}, {@code bad} or {@code plain}
     */
    public record Row(String code, String name, String today, String lastWeek, String change, String tone) {}

    public List<Row> getRows() {
        DaySoFar today = asked.figures().today();
        DaySoFar lastWeek = asked.figures().lastWeek();
        List<Row> rows = new ArrayList<>();
        for (Currency currency : currencies(today, lastWeek)) {
            rows.add(money("in", today.in(currency), lastWeek.in(currency)));
            rows.add(money("back", today.back(currency), lastWeek.back(currency)));
        }
        rows.add(row(
                "payments",
                wording.of("overview.today.payments"),
                Numbers.whole(today.payments(), wording.locale()),
                Numbers.whole(lastWeek.payments(), wording.locale()),
                Change.of(today.payments(), lastWeek.payments()),
                true));
        rows.add(success(today.success(), lastWeek.success()));
        return rows;
    }

    private static Set<Currency> currencies(DaySoFar... days) {
        Set<Currency> all = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));
        for (DaySoFar day : days) {
            all.addAll(day.in().keySet());
            all.addAll(day.back().keySet());
        }
        return all;
    }

    private Row money(String code, Money today, Money lastWeek) {
        return row(
                code,
                wording.of("overview.today." + code),
                today.format(wording.locale()),
                lastWeek.format(wording.locale()),
                Change.of(today.minorUnits(), lastWeek.minorUnits()),
                code.equals("in"));
    }

    private Row success(Success today, Success lastWeek) {
        boolean both = today.isKnown() && lastWeek.isKnown();
        int points = today.permille() - lastWeek.permille();
        return new Row(
                "success",
                wording.of("overview.today.success"),
                Numbers.rate(today, wording.locale()),
                Numbers.rate(lastWeek, wording.locale()),
                both ? wording.of("overview.points", Change.signed(points)) : "–",
                !both || points == 0 ? "plain" : points > 0 ? "good" : "bad");
    }

    private Row row(String code, String name, String today, String lastWeek, Change change, boolean moreIsGood) {
        return new Row(code, name, today, lastWeek, change.text(wording.locale()), change.tone(moreIsGood));
    }

    /** Which days are compared, and until when. */
    public String getCaption() {
        String weekday = asked.now().getDayOfWeek().getDisplayName(TextStyle.FULL, wording.locale());
        return wording.of(
                "overview.today.caption",
                weekday,
                DateTimeFormatter.ofPattern("HH:mm").format(asked.now()));
    }
}
