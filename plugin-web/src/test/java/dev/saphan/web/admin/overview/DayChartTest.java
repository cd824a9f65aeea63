/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.money.Money;
import dev.saphan.overview.DayMoney;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayChartTest {

    private static final Currency THB = Currency.getInstance("THB");

    @ParameterizedTest
    @CsvSource({
        "0, 0, 100, 1, 0",
        "100, 0, 100, 1, 0",
        "401, 0, 200, 3, 0",
        "900, 100, 500, 2, 1",
        "120000, 30000, 50000, 3, 1",
        "0, 900, 500, 1, 2",
        "9223372036854775, 1, 5000000000000000, 2, 1"
    })
    void stepsAreRound(long highest, long deepest, long step, int above, int below) {
        assertThat(Scale.over(highest, deepest, 2)).isEqualTo(new Scale(step, above, below));
    }

    @Test
    void aBarIsAsHighAsItsAmount() {
        DayChart chart = chart(List.of(day(1, 200_00, 0), day(2, 100_00, 50_00)));

        assertThat(chart.ticks())
                .extracting(DayChart.Tick::text)
                .containsExactly("200", "150", "100", "50", "0", "−50");
        assertThat(chart.zero()).isEqualTo(800);
        assertThat(chart.bars().get(0)).satisfies(bar -> {
            assertThat(bar.top()).isZero();
            assertThat(bar.inHeight()).isEqualTo(800);
            assertThat(bar.backHeight()).isZero();
        });
        assertThat(chart.bars().get(1)).satisfies(bar -> {
            assertThat(bar.x()).isEqualTo(10);
            assertThat(bar.top()).isEqualTo(400);
            assertThat(bar.inHeight()).isEqualTo(400);
            assertThat(bar.backHeight()).isEqualTo(200);
            assertThat(bar.title()).contains("100.00", "50.00");
        });
    }

    @Test
    void ofManyDaysOnlySomeAreNamedAndTheLastAlways() {
        for (int days : new int[] {7, 30, 90}) {
            List<DayChart.Bar> bars = chart(IntStream.rangeClosed(1, days)
                            .mapToObj(day -> day(day, 100, 0))
                            .toList())
                    .bars();

            assertThat(bars.get(days - 1).label()).isNotEmpty();
            assertThat(bars.stream().filter(bar -> !bar.label().isEmpty())).hasSizeBetween(7, 10);
        }
    }

    @Test
    void changesAreSigned() {
        assertThat(Change.of(150, 100).text(Locale.ENGLISH)).isEqualTo("+50%");
        assertThat(Change.of(50, 100).text(Locale.ENGLISH)).isEqualTo("−50%");
        assertThat(Change.of(50, 100).tone(true)).isEqualTo("bad");
        assertThat(Change.of(50, 100).tone(false)).isEqualTo("good");
        assertThat(Change.of(50, 0).text(Locale.ENGLISH)).isEqualTo("–");
        assertThat(Change.of(100, 100).tone(true)).isEqualTo("plain");
        assertThat(Change.of(1_000_000, 1).text(Locale.ENGLISH)).startsWith("+>");
    }

    private static DayChart chart(List<DayMoney> days) {
        return DayChart.of(days, THB, Locale.ENGLISH);
    }

    private static DayMoney day(int day, long in, long back) {
        return new DayMoney(
                LocalDate.of(2026, 1, 1).plusDays(day), 1, Money.ofMinor(in, "THB"), Money.ofMinor(back, "THB"));
    }
}
