/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.overview;

import dev.saphan.money.Money;
import dev.saphan.overview.DayMoney;
import dev.saphan.web.admin.Wording;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/** Money in and refunded by day, a figure for each currency. */
@Named("moneyFigures")
@RequestScoped
public class MoneyFigures {

    @Inject
    OverviewRequest asked;

    @Inject
    Wording wording;

    /** Empty where no money moved. */
    public List<MoneyFigure> getAll() {
        return asked.figures().money().entrySet().stream()
                .map(entry -> figure(entry.getKey(), entry.getValue()))
                .toList();
    }

    private MoneyFigure figure(Currency currency, List<DayMoney> days) {
        return new MoneyFigure(
                currency.getCurrencyCode(),
                caption(currency, days),
                DayChart.of(days, currency, wording.locale()),
                IntStream.range(0, days.size())
                        .mapToObj(i -> row(days.get(days.size() - 1 - i)))
                        .toList());
    }

    private String caption(Currency currency, List<DayMoney> days) {
        Money nothing = Money.zero(currency);
        Money in = days.stream().map(DayMoney::in).reduce(nothing, Money::plus);
        Money back = days.stream().map(DayMoney::back).reduce(nothing, Money::plus);
        DayMoney best = days.stream().max(Comparator.comparing(DayMoney::in)).orElseThrow();
        String sums = wording.told("overview.money.caption", in, back, days.size());
        return best.in().isZero()
                ? sums
                : sums + " "
                        + wording.of(
                                "overview.money.best", DayChart.dayAndMonth(best.day(), wording.locale()), best.in());
    }

    private MoneyFigure.Row row(DayMoney day) {
        return new MoneyFigure.Row(
                day.day().toString(),
                day.day().getDayOfWeek().getDisplayName(TextStyle.SHORT, wording.locale()),
                Numbers.whole(day.payments(), wording.locale()),
                day.in().format(wording.locale()),
                day.back().format(wording.locale()));
    }
}
