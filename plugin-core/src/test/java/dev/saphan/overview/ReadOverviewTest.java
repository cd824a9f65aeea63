/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.overview;

import static dev.saphan.payment.AttemptStatus.EXPIRED;
import static dev.saphan.payment.AttemptStatus.FAILED;
import static dev.saphan.payment.AttemptStatus.PENDING;
import static dev.saphan.payment.AttemptStatus.REVERSED;
import static dev.saphan.payment.AttemptStatus.SUCCESSFUL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.money.Money;
import dev.saphan.payment.FailureCode;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class ReadOverviewTest {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final Currency THB = Currency.getInstance("THB");

    /** A Thursday, noon in Bangkok. */
    private static final Instant NOW = Instant.parse("2026-03-12T05:00:00Z");

    @Parameter
    Database database;

    private TestPlugin plugin;
    private Ledger ledger;

    @BeforeEach
    void open() {
        plugin = TestPlugin.on(database);
        ledger = ledger(BANGKOK);
    }

    @Test
    void aDayBeginsAndEndsAtTheStoresMidnight() {
        ledger.paid(baht(1), Instant.parse("2026-03-09T16:59:59.999Z"));
        ledger.paid(baht(20), Instant.parse("2026-03-09T17:00:00Z"));
        ledger.paid(baht(300), Instant.parse("2026-03-10T16:59:59.999Z"));
        ledger.paid(baht(4_000), Instant.parse("2026-03-10T17:00:00Z"));

        assertThat(days(read(), "THB"))
                .filteredOn(day -> day.payments() > 0)
                .containsExactly(
                        day("2026-03-09", 1, baht(1), baht(0)),
                        day("2026-03-10", 2, baht(320), baht(0)),
                        day("2026-03-11", 1, baht(4_000), baht(0)));
    }

    @Test
    void showsEachDayOfThePeriodAndNoOther() {
        ledger.paid(baht(1), Instant.parse("2026-03-05T16:59:59Z"));
        ledger.paid(baht(2), Instant.parse("2026-03-05T17:00:00Z"));

        List<DayMoney> days = days(read(), "THB");

        assertThat(days).hasSize(7);
        assertThat(days.get(0)).isEqualTo(day("2026-03-06", 1, baht(2), baht(0)));
        assertThat(days.get(6).day()).isEqualTo(LocalDate.of(2026, 3, 12));
    }

    @Test
    void aDayWithAnHourLessIsStillADay() {
        Ledger berlin = ledger(ZoneId.of("Europe/Berlin"));
        berlin.paid(euro(1), Instant.parse("2026-03-28T22:59:59Z"));
        berlin.paid(euro(20), Instant.parse("2026-03-28T23:00:00Z"));
        berlin.paid(euro(300), Instant.parse("2026-03-29T21:59:59Z"));
        berlin.paid(euro(4_000), Instant.parse("2026-03-29T22:00:00Z"));

        assertThat(days(at(Instant.parse("2026-03-30T10:00:00Z"), berlin), "EUR"))
                .filteredOn(day -> day.payments() > 0)
                .extracting(DayMoney::in)
                .containsExactly(euro(1), euro(320), euro(4_000));
    }

    @Test
    void currenciesStayApart() {
        ledger.paid(baht(100), NOW);
        ledger.paid(Money.ofMinor(5, "SGD"), NOW);

        Overview overview = at(NOW.plusSeconds(1), ledger);

        assertThat(overview.money().keySet())
                .extracting(Currency::getCurrencyCode)
                .containsExactly("SGD", "THB");
        assertThat(overview.today().in(THB)).isEqualTo(baht(100));
        assertThat(overview.today().payments()).isEqualTo(2);
    }

    @Test
    void countsRefundsThatWentThrough() {
        String payment = ledger.paid(baht(100), NOW.minusSeconds(90_000));
        String attempt = ledger.attempt(payment, "atome_qr", SUCCESSFUL, NOW.minusSeconds(90_030), seconds(30));
        ledger.refunded(payment, attempt, baht(30), "SUCCEEDED", NOW.minusSeconds(60));
        ledger.refunded(payment, attempt, baht(5), "PENDING", NOW.minusSeconds(60));
        ledger.refunded(payment, attempt, baht(7), "FAILED", NOW.minusSeconds(60));

        Overview overview = read();

        assertThat(days(overview, "THB").get(6).back()).isEqualTo(baht(30));
        assertThat(overview.today().back(THB)).isEqualTo(baht(30));
    }

    @Test
    void countsAsGoneWhatOmiseTookBackOnTheDayOnWhichItDid() {
        String payment = ledger.paid(baht(100), Instant.parse("2026-03-10T05:00:00Z"));
        String attempt = ledger.attempt(payment, "atome_qr", REVERSED, NOW.minusSeconds(90_030), seconds(30));
        ledger.refunded(payment, attempt, baht(30), "SUCCEEDED", NOW.minusSeconds(90));
        ledger.takenBack(payment, baht(30), NOW.minusSeconds(60));

        Overview overview = read();

        assertThat(days(overview, "THB").get(4)).isEqualTo(day("2026-03-10", 1, baht(100), baht(0)));
        assertThat(overview.today().back(THB))
                .as("refunded and taken back, nothing twice")
                .isEqualTo(baht(100));
    }

    @Test
    void todayIsComparedWithLastWeekUpToTheSameTime() {
        ledger.paid(baht(1), NOW.minusSeconds(1));
        ledger.paid(baht(20), NOW.minus(Duration.ofDays(7)).minusSeconds(1));
        ledger.paid(baht(300), NOW.minus(Duration.ofDays(7)));
        String payment = ledger.open(baht(4_000), NOW);
        ledger.attempt(payment, "atome_qr", SUCCESSFUL, NOW.minusSeconds(5), seconds(4));
        ledger.attempt(payment, "atome_qr", FAILED, NOW.minusSeconds(5), seconds(4));
        ledger.attempt(payment, "atome_qr", PENDING, NOW.minusSeconds(5), null);

        Overview overview = read();

        assertThat(overview.today().in(THB)).isEqualTo(baht(1));
        assertThat(overview.today().success()).isEqualTo(new Success(1, 2));
        assertThat(overview.lastWeek().in(THB)).isEqualTo(baht(20));
        assertThat(overview.lastWeek().success().isKnown()).isFalse();
    }

    @Test
    void tellsOfEachMethodWhatSucceededAndHowLongItTook() {
        String payment = ledger.open(baht(1), NOW);
        for (int i = 1; i <= 10; i++) {
            ledger.attempt(payment, "atome_qr", SUCCESSFUL, NOW.minusSeconds(3_600), Duration.ofMillis(i * 10_400L));
        }
        attempt(payment, "atome_qr", EXPIRED, FailureCode.EXPIRED);
        attempt(payment, "alipay_cn", FAILED, FailureCode.INSUFFICIENT_FUNDS);
        attempt(payment, "alipay_cn", FAILED, FailureCode.INSUFFICIENT_FUNDS);

        Overview overview = read();

        assertThat(overview.methods())
                .containsExactly(
                        new MethodSuccess("alipay_cn", new Success(0, 2), Optional.empty()),
                        new MethodSuccess(
                                "atome_qr", new Success(10, 11), Optional.of(new TimeToPay(seconds(52), seconds(93)))));
        assertThat(overview.failures())
                .containsExactly(
                        new FailureCount(FailureCode.INSUFFICIENT_FUNDS, 2), new FailureCount(FailureCode.EXPIRED, 1));
    }

    @Test
    void seesTheOneStoreOrAllThatAreAskedFor() {
        Ledger singapore = ledger(ZoneId.of("Asia/Singapore"));
        ledger.paid(baht(1), Instant.parse("2026-03-11T16:30:00Z"));
        singapore.paid(baht(20), Instant.parse("2026-03-11T16:30:00Z"));

        assertThat(days(read(), "THB").get(6).in()).isEqualTo(baht(0));
        assertThat(days(read(), "THB").get(5).in()).isEqualTo(baht(1));
        List<DayMoney> both = days(at(NOW, ledger, singapore), "THB");
        assertThat(both.get(5).in()).isEqualTo(baht(1));
        assertThat(both.get(6).in()).as("in Singapore it was the next day").isEqualTo(baht(20));
        assertThat(overviewIn(Mode.LIVE).money()).isEmpty();
    }

    private void attempt(String payment, String method, dev.saphan.payment.AttemptStatus status, FailureCode failure) {
        ledger.attempt(payment, method, status, failure, NOW.minusSeconds(3_600), seconds(60), null);
    }

    private Overview read() {
        return at(NOW, ledger);
    }

    private Overview overviewIn(Mode mode) {
        return reader(NOW).of(List.of(ledger.store()), mode, 7);
    }

    private Overview at(Instant now, Ledger... ledgers) {
        List<Store> stores = List.of(ledgers).stream().map(Ledger::store).toList();
        return reader(now).of(stores, Mode.TEST, 7);
    }

    private ReadOverview reader(Instant now) {
        return new ReadOverview(
                plugin.get(MoneyMoved.class),
                plugin.get(AttemptsCounted.class),
                plugin.transactions(),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private Ledger ledger(ZoneId zone) {
        return new Ledger(plugin.get(DataSource.class), zone);
    }

    private static List<DayMoney> days(Overview overview, String currency) {
        return Objects.requireNonNull(overview.money().get(Currency.getInstance(currency)));
    }

    private static DayMoney day(String day, long payments, Money in, Money back) {
        return new DayMoney(LocalDate.parse(day), payments, in, back);
    }

    private static Money baht(long satang) {
        return Money.ofMinor(satang, "THB");
    }

    private static Money euro(long cents) {
        return Money.ofMinor(cents, "EUR");
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
