/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Charge;
import dev.saphan.money.Money;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.Payments;
import dev.saphan.payment.SomePayment;
import dev.saphan.testing.Database;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the days of a period add up to. */
@ParameterizedClass
@EnumSource(Database.class)
class DayTotalsTest {

    @Parameter
    Database database;

    private Office office;
    private Sales sales;

    @BeforeEach
    void open() {
        office = Office.on(database);
        sales = office.sales();
    }

    @Test
    void countsAChargeOnTheDayOnWhichItWasPaidInTheStoresTimeZone() {
        keep("chrg_before", Money.ofMinor(100, "THB"), "2026-02-28T16:59:59Z");
        keep("chrg_first", Money.ofMinor(200, "THB"), "2026-02-28T17:00:00Z");
        keep("chrg_last", Money.ofMinor(300, "THB"), "2026-03-31T16:59:59Z");
        keep("chrg_after", Money.ofMinor(400, "THB"), "2026-03-31T17:00:00Z");

        ReconciliationId id = office.compare(Office.MARCH);

        assertThat(office.days(id))
                .extracting(day -> day.day() + " " + day.paid())
                .containsExactly("2026-03-01 THB 2.00", "2026-03-31 THB 3.00");
        assertThat(office.tally(id).differences()).isZero();
    }

    @Test
    void addsUpCurrenciesWithTwoNoAndThreeDecimals() {
        keep("chrg_thb", Money.ofMinor(150_000, "THB"), "2026-03-02T05:00:00Z");
        keep("chrg_jpy", Money.ofMinor(12_345, "JPY"), "2026-03-02T05:00:00Z");
        keep("chrg_kwd", Money.ofMinor(12_345, "KWD"), "2026-03-02T05:00:00Z");

        ReconciliationId id = office.compare(Office.MARCH);

        assertThat(office.differences(id)).isEmpty();
        assertThat(office.days(id))
                .extracting(DayTotals::paid)
                .extracting(Money::toString)
                .containsExactly("JPY 12345", "KWD 12.345", "THB 1500.00");
        assertThat(office.days(id))
                .allSatisfy(day -> assertThat(day.net())
                        .contains(day.paid()
                                .minus(day.fees().orElseThrow())
                                .minus(day.feesVat().orElseThrow())));
        assertThat(office.totals(id)).hasSize(3).allMatch(BookTotals::isEqual);
    }

    @Test
    void tellsNoNetWhereAVoidGivesAFeeBackThatNobodyTells() {
        PaymentId payment = sales.paid();
        sales.refund(payment, Office.PRICE, Office.PRICE);
        sales.retellAsVoid(payment);

        ReconciliationId id = office.compare();

        assertThat(office.days(id)).singleElement().satisfies(day -> {
            assertThat(day.voids()).isEqualTo(1);
            assertThat(day.fees()).isPresent();
            assertThat(day.net()).isEmpty();
        });
    }

    /** In both books. */
    private void keep(String id, Money amount, String paid) {
        Charge charge = SomeCharge.somebodys(id, amount, Instant.parse(paid));
        office.omise().books().enter(charge);
        office.transactions().run(() -> SomePayment.kept(office.get(Payments.class), charge));
    }
}
