/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.shift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.identity.Ids;
import dev.saphan.money.Money;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.Payment;
import dev.saphan.payment.Payments;
import dev.saphan.payment.SomePayment;
import dev.saphan.refund.Refunds;
import dev.saphan.refund.SomeRefund;
import dev.saphan.settings.AccountKey;
import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a till took on a day of its own time zone. */
@ParameterizedClass
@EnumSource(Database.class)
class ShiftTotalsTest {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant MIDNIGHT = Instant.parse("2026-03-01T17:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");
    private static final Instant NEXT_MIDNIGHT = Instant.parse("2026-03-02T17:00:00Z");
    private static final Money PRICE = Money.ofMinor(190_000, "THB");
    private static final Optional<String> NIRAN = Optional.of("niran");
    private static final Optional<String> PLOY = Optional.of("ploy");

    @Parameter
    Database database;

    private TestPlugin plugin;
    private StoreId store;

    @BeforeEach
    void openAStore() {
        plugin = TestPlugin.on(database);
        store = new StoreId(Ids.next("sto").replace('_', '-'));
    }

    @Test
    void isWhatWasPaidWithinTheDayOfTheStore() {
        paid(PRICE, NIRAN, MIDNIGHT.minusMillis(1));
        paid(PRICE, NIRAN, MIDNIGHT);
        paid(PRICE, NIRAN, NEXT_MIDNIGHT.minusMillis(1));
        paid(PRICE, NIRAN, NEXT_MIDNIGHT);

        assertThat(totals(Optional.empty())).singleElement().satisfies(line -> {
            assertThat(line.cashier()).isEqualTo(NIRAN);
            assertThat(line.payments()).isEqualTo(2);
            assertThat(line.taken()).isEqualTo(Money.ofMinor(380_000, "THB"));
            assertThat(line.net()).isEqualTo(line.taken());
        });
    }

    @Test
    void countsARefundOnItsOwnDayWithWhoTookThePayment() {
        Payment before = paid(PRICE, NIRAN, MIDNIGHT.minusSeconds(3_600));
        Payment today = paid(PRICE, PLOY, NOON);
        refunded(before, Money.ofMinor(50_000, "THB"), NOON);
        refunded(today, PRICE, NEXT_MIDNIGHT.plusSeconds(60));

        assertThat(totals(Optional.empty()))
                .extracting(
                        ShiftLine::cashier,
                        ShiftLine::payments,
                        line -> line.net().toString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(NIRAN, 0L, "THB -500.00"),
                        org.assertj.core.groups.Tuple.tuple(PLOY, 1L, "THB 1900.00"));
    }

    @Test
    void doesNotCountARefundThatIsNotCarriedOut() {
        Payment payment = paid(PRICE, NIRAN, NOON);
        plugin.transactions()
                .run(() -> SomeRefund.pending(plugin.get(Refunds.class), payment, PRICE, NOON.plusSeconds(1)));

        assertThat(totals(Optional.empty()))
                .singleElement()
                .satisfies(line -> assertThat(line.refunds()).isZero());
    }

    @Test
    void keepsCurrenciesApart() {
        paid(PRICE, NIRAN, NOON);
        paid(Money.ofMinor(1_500, "SGD"), NIRAN, NOON);

        assertThat(totals(Optional.empty()))
                .extracting(line -> line.taken().toString())
                .containsExactly("SGD 15.00", "THB 1900.00");
    }

    @Test
    void isOfOneCashierOrOfAllWithThoseWithoutANameLast() {
        paid(PRICE, Optional.empty(), NOON);
        paid(PRICE, PLOY, NOON);
        paid(PRICE, NIRAN, NOON);

        assertThat(totals(Optional.empty()))
                .extracting(ShiftLine::cashier)
                .containsExactly(NIRAN, PLOY, Optional.empty());
        assertThat(totals(PLOY)).extracting(ShiftLine::cashier).containsExactly(PLOY);
    }

    @Test
    void listsWhatIsNotSettledAtItsEnd() {
        Payment waiting = till(PRICE, NIRAN, NEXT_MIDNIGHT.minusSeconds(1), Optional.empty());
        till(PRICE, NIRAN, NEXT_MIDNIGHT, Optional.empty());
        paid(PRICE, NIRAN, NOON);

        List<String> open = plugin.transactions()
                .call(() -> plugin.get(ShiftTotals.class).notSettled(shift(NIRAN)).stream()
                        .map(Attempt::payment)
                        .map(payment -> payment.id().value())
                        .toList());

        assertThat(open).containsExactly(waiting.id().value());
        assertThat(plugin.transactions()
                        .call(() -> plugin.get(ShiftTotals.class).notSettled(shift(PLOY))))
                .isEmpty();
    }

    private List<ShiftLine> totals(Optional<String> cashier) {
        return plugin.transactions().call(() -> plugin.get(ShiftTotals.class).of(shift(cashier)));
    }

    private Shift shift(Optional<String> cashier) {
        return new Shift(
                new AccountKey(store, Mode.TEST),
                DAY.atStartOfDay(BANGKOK).toInstant(),
                DAY.plusDays(1).atStartOfDay(BANGKOK).toInstant(),
                cashier);
    }

    private Payment paid(Money amount, Optional<String> cashier, Instant when) {
        return till(amount, cashier, when.minusSeconds(20), Optional.of(when));
    }

    private Payment till(Money amount, Optional<String> cashier, Instant begun, Optional<Instant> paidAt) {
        return plugin.transactions()
                .call(() -> SomePayment.atTill(plugin.get(Payments.class), store, amount, cashier, begun, paidAt));
    }

    private void refunded(Payment payment, Money amount, Instant when) {
        plugin.transactions().run(() -> SomeRefund.carriedOut(plugin.get(Refunds.class), payment, amount, when));
    }
}
