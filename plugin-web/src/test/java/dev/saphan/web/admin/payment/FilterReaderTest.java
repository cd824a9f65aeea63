/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.method.Channel;
import dev.saphan.method.Flow;
import dev.saphan.method.MethodDescriptor;
import dev.saphan.method.Methods;
import dev.saphan.method.RefundRules;
import dev.saphan.money.Money;
import dev.saphan.payment.PaymentFilter;
import dev.saphan.payment.PaymentFilter.Condition;
import dev.saphan.payment.PaymentFilter.Happening;
import dev.saphan.payment.PaymentFilter.Period;
import dev.saphan.settings.AlertRouting;
import dev.saphan.settings.DuplicatePaymentPolicy;
import dev.saphan.settings.LatePaymentPolicy;
import dev.saphan.settings.MethodSettings.AmountRange;
import dev.saphan.settings.Mode;
import dev.saphan.settings.RefundLimits;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From what stands in an address to a filter. */
class FilterReaderTest {

    /** Half past midnight in Bangkok, still the day before in UTC. */
    private static final Instant NOW = Instant.parse("2026-03-31T17:30:00Z");

    private static final Store STORE = new Store(
            new StoreId("shop"),
            "A shop",
            "TH",
            ZoneId.of("Asia/Bangkok"),
            Map.of(),
            Map.of(),
            Optional.empty(),
            false,
            Set.of(),
            Map.of(),
            LatePaymentPolicy.ACCEPT_AND_FLAG,
            DuplicatePaymentPolicy.FLAG,
            true,
            Duration.ofDays(7),
            AlertRouting.NONE,
            RefundLimits.NONE);

    private static final Methods METHODS = new Methods(List.of(() -> new MethodDescriptor(
            "any_wallet",
            Flow.QR,
            Set.of(Channel.ONLINE),
            Set.of("TH"),
            List.of(),
            Duration.ofHours(12),
            Optional.empty(),
            Optional.empty(),
            new RefundRules(Duration.ofDays(30), true))));

    private static final PaymentFilter ALL = PaymentFilter.all(STORE.id(), Mode.TEST);

    @Test
    void readsEveryFilter() {
        var reading = read(Map.of(
                "q",
                "RK-1",
                "status",
                "paid",
                "method",
                "any_wallet",
                "channel",
                "counter",
                "min",
                "1,500.50",
                "max",
                "2000",
                "dates",
                "paid",
                "from",
                "2026-03-01",
                "to",
                "2026-03-31"));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.filter())
                .isEqualTo(ALL.with("RK-1")
                        .in(Condition.PAID)
                        .by("any_wallet")
                        .at(Channel.COUNTER)
                        .over(new AmountRange(Money.ofMinor(150_050, "THB"), Money.ofMinor(200_000, "THB")))
                        .during(new Period(
                                Happening.PAID,
                                Instant.parse("2026-02-28T17:00:00Z"),
                                Instant.parse("2026-03-31T17:00:00Z"))));
    }

    @ParameterizedTest
    @CsvSource({
        "today,2026-03-31T17:00:00Z,2026-04-01T17:00:00Z",
        "yesterday,2026-03-30T17:00:00Z,2026-03-31T17:00:00Z",
        "week,2026-03-25T17:00:00Z,2026-04-01T17:00:00Z",
        "month,2026-03-02T17:00:00Z,2026-04-01T17:00:00Z"
    })
    void countsDaysInTheTimeZoneOfTheStore(String period, Instant from, Instant until) {
        assertThat(read(Map.of("period", period)).filter().period())
                .contains(new Period(Happening.CREATED, from, until));
    }

    @Test
    void takesAmountsInTheCurrencyThatIsNamed() {
        assertThat(read(Map.of("min", "5", "currency", "SGD"))
                        .filter()
                        .amount()
                        .orElseThrow()
                        .minimum())
                .isEqualTo(Money.ofMinor(500, "SGD"));
    }

    @Test
    void leavesEndsOpen() {
        assertThat(read(Map.of("max", "5")).filter().amount().orElseThrow().minimum())
                .isEqualTo(Money.ofMinor(0, "THB"));
        assertThat(read(Map.of("from", "2026-03-01"))
                        .filter()
                        .period()
                        .orElseThrow()
                        .until())
                .isAfter(NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "min,12.345,filter.amount.malformed",
        "min,1e5,filter.amount.malformed",
        "max,-1,filter.amount.malformed",
        "from,31.3.2026,filter.dates.malformed",
        "from,+999999999-01-01,filter.dates.malformed",
        "to,0001-01-01,filter.dates.malformed"
    })
    void complainsAboutWhatMeansNothing(String name, String typed, String problem) {
        var reading = read(Map.of(name, typed));

        assertThat(reading.problems()).containsExactly(problem);
        assertThat(reading.filter()).isEqualTo(ALL);
        assertThat(reading.kept()).isEmpty();
    }

    @Test
    void complainsAboutSpansThatEndBeforeTheyBegin() {
        assertThat(read(Map.of("min", "2", "max", "1")).problems()).containsExactly("filter.amount.crossed");
        var reading = read(Map.of("from", "2026-03-02", "to", "2026-03-01", "dates", "paid"));
        assertThat(reading.problems()).containsExactly("filter.dates.crossed");
        assertThat(reading.kept()).isEmpty();
    }

    @Test
    void leavesOutWhatNobodyChose() {
        var reading = read(Map.of(
                "status",
                "no such",
                "method",
                "no such",
                "channel",
                "no such",
                "period",
                "no such",
                "currency",
                "THB",
                "dates",
                "paid"));

        assertThat(reading.filter()).isEqualTo(ALL);
        assertThat(reading.kept()).isEmpty();
        assertThat(reading.problems()).isEmpty();
    }

    private static FilterReader.Reading read(Map<String, String> parameters) {
        return new FilterReader(
                        name -> Optional.ofNullable(parameters.get(name)),
                        STORE,
                        METHODS,
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .read(ALL);
    }
}
