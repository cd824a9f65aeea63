/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Charge;
import dev.saphan.money.Money;
import dev.saphan.payment.Attention;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.PaymentStatus;
import dev.saphan.testing.Database;
import dev.saphan.testing.InMemoryOmise.Fault;
import dev.saphan.testing.Retold;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way in which the books can differ over a charge, and what a click mends of it. */
@ParameterizedClass
@EnumSource(Database.class)
class ChargeDifferencesTest {

    private static final Money PART = Money.ofMinor(50_000, "THB");

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
    void findsNoneWhereBothBooksSayTheSame() {
        PaymentId payment = sales.paid();
        sales.refund(payment, PART, Office.PRICE);

        ReconciliationId id = office.compare();

        assertThat(office.comparison(id).status()).isEqualTo(Reconciliation.Status.DONE);
        assertThat(office.differences(id)).isEmpty();
        assertThat(office.items(id)).extracting(ReconciledItem::finding).containsOnly(Finding.AGREED);
        assertThat(office.tally(id).agreed()).isEqualTo(2);
        assertThat(office.totals(id)).singleElement().satisfies(totals -> {
            assertThat(totals.isEqual()).isTrue();
            assertThat(totals.ourRest()).isEqualTo(Office.PRICE.minus(PART));
        });
    }

    @Test
    void countsWhatIsStillInMotionApart() {
        sales.open();

        ReconciliationId id = office.compare();

        assertThat(office.tally(id).inMotion()).isEqualTo(1);
        assertThat(office.tally(id).differences()).isZero();
    }

    @Test
    void countsAPaymentThatTheNextLookWillSeeAsInMotion() {
        PaymentId payment = sales.open();
        sales.payInWallet(payment);

        assertThat(office.tally(office.compare()).inMotion()).isEqualTo(1);
    }

    @Test
    void takesOverAStatusThatWasMissed() {
        PaymentId payment = sales.open();
        sales.payInWallet(payment);
        office.clock().forward(Duration.ofHours(1));

        ReconciledItem item = office.findOnly(Finding.STATUS_DIFFERS);
        assertThat(item.theirs().map(Side::status)).contains("successful");
        assertThat(item.ours().map(Side::status)).contains("pending");

        assertThat(office.repair(item, "an admin")).contains(Outcome.REPAIRED);
        assertThat(sales.read(payment).status()).isEqualTo(PaymentStatus.PAID);
        office.mustBeGreen(item);
    }

    @Test
    void adoptsAChargeWhoseAnswerWasLost() {
        office.omise().failNext("create", Fault.LOSE_ANSWER);
        PaymentId payment = sales.open();
        sales.payInWallet(payment);
        office.clock().forward(Duration.ofMinutes(11));

        ReconciledItem item = office.findOnly(Finding.CHARGE_UNKNOWN);
        assertThat(item.ours().map(Side::status)).contains("unknown");

        assertThat(office.repair(item, "an admin")).contains(Outcome.REPAIRED);
        assertThat(sales.readAttempt(payment).chargeId()).contains(sales.charge(payment));
        assertThat(sales.read(payment).status()).isEqualTo(PaymentStatus.PAID);
        office.mustBeGreen(item);
    }

    @Test
    void adoptsAChargeOfAnAttemptThatWasWrittenOff() {
        office.omise().failNext("create", Fault.LOSE_ANSWER);
        PaymentId payment = sales.open();
        Charge hidden = office.omise().books().find(sales.charge(payment)).orElseThrow();
        office.omise().books().forget(hidden.id());
        office.clock().forward(Duration.ofMinutes(4));
        sales.sync(payment);
        office.omise().books().enter(hidden);
        office.omise().books().pay(hidden.id(), office.clock().instant());

        ReconciledItem item = office.findOnly(Finding.CHARGE_UNKNOWN);

        assertThat(office.repair(item, "an admin")).contains(Outcome.REPAIRED);
        assertThat(sales.read(payment).status()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void leavesAChargeThatIsNotOursToAPerson() {
        office.omise()
                .books()
                .enter(SomeCharge.somebodys(
                        "chrg_x", Office.PRICE, office.clock().instant()));

        ReconciledItem item = office.findOnly(Finding.CHARGE_FOREIGN);

        assertThat(office.repair(item, "an admin")).isEmpty();
        assertThat(office.get(AcceptDifference.class).accept(item.id(), "an admin"))
                .isTrue();
        assertThat(office.get(AcceptDifference.class).accept(item.id(), "another"))
                .isFalse();
        assertThat(office.tally(item.reconciliation()).differences()).isZero();
        assertThat(office.totals(item.reconciliation())).isEmpty();
    }

    @Test
    void remembersWhatAPersonAcceptedAsLongAsItStaysTheSame() {
        Charge charge =
                SomeCharge.somebodys("chrg_x", Office.PRICE, office.clock().instant());
        office.omise().books().enter(charge);
        ReconciledItem item = office.findOnly(Finding.CHARGE_FOREIGN);
        office.get(AcceptDifference.class).accept(item.id(), "an admin");

        ReconciliationId again = office.compare();
        assertThat(office.tally(again).accepted()).isEqualTo(1);
        assertThat(office.tally(again).differences()).isZero();

        office.omise().books().enter(Retold.of(charge).over(PART).charge());
        assertThat(office.tally(office.compare()).differences()).isEqualTo(1);
    }

    @Test
    void leavesAChargeOfAnotherStoreOnTheAccountAlone() {
        sales.openInTheOtherStore();

        ReconciliationId id = office.compare();

        assertThat(office.tally(id).elsewhere()).isEqualTo(1);
        assertThat(office.tally(id).differences()).isZero();
        assertThat(office.totals(id)).isEmpty();
    }

    @Test
    void takesASecondChargeOfOneAttemptOverAsOneOfItsOwn() {
        PaymentId payment = sales.paid();
        Charge second =
                SomeCharge.somebodys("chrg_second", Office.PRICE, office.clock().instant());
        office.omise()
                .books()
                .enter(Retold.of(second)
                        .forAttempt(sales.attempt(payment).value())
                        .charge());

        ReconciledItem item = office.findOnly(Finding.CHARGE_DOUBLED);

        assertThat(office.totals(item.reconciliation())).singleElement().satisfies(totals -> {
            assertThat(totals.theirPaid()).isEqualTo(Office.PRICE.plus(Office.PRICE));
            assertThat(totals.ourPaid()).isEqualTo(Office.PRICE);
        });
        assertThat(office.repair(item, "an admin")).contains(Outcome.REPAIRED);
        assertThat(sales.read(payment).attention()).contains(Attention.DUPLICATE_PAYMENT);
        assertThat(office.totals(item.reconciliation()))
                .singleElement()
                .satisfies(totals -> assertThat(totals.ourPaid()).isEqualTo(totals.theirPaid()));
    }

    @Test
    void saysThatOmiseHasNoSuchCharge() {
        PaymentId payment = sales.paid();
        office.omise().books().forget(sales.charge(payment));

        ReconciledItem item = office.findOnly(Finding.CHARGE_MISSING);
        assertThat(item.theirs()).isEmpty();
        assertThat(item.ours().map(Side::amount)).contains(Office.PRICE);

        assertThat(office.repair(item, "an admin")).contains(Outcome.NEEDS_PERSON);
        assertThat(sales.read(payment).status()).isEqualTo(PaymentStatus.PAID);
        assertThat(office.get(AcceptDifference.class).accept(item.id(), "an admin"))
                .isTrue();
    }

    @Test
    void raisesAnotherAmountAndLeavesItToAPerson() {
        PaymentId payment = sales.open();
        Charge charge = office.omise().books().find(sales.charge(payment)).orElseThrow();
        office.omise().books().enter(Retold.of(charge).over(PART).charge());

        ReconciledItem item = office.findOnly(Finding.AMOUNT_DIFFERS);
        assertThat(item.theirs().map(Side::amount)).contains(PART);
        assertThat(item.ours().map(Side::amount)).contains(Office.PRICE);

        assertThat(office.repair(item, "an admin")).contains(Outcome.NEEDS_PERSON);
        assertThat(sales.read(payment).attention()).contains(Attention.AMOUNT_MISMATCH);
    }

    @Test
    void seesAnotherCurrency() {
        PaymentId payment = sales.open();
        Charge charge = office.omise().books().find(sales.charge(payment)).orElseThrow();
        Money yen = Money.ofMinor(Office.PRICE.minorUnits(), "JPY");
        office.omise().books().enter(Retold.of(charge).over(yen).charge());

        ReconciledItem item = office.findOnly(Finding.AMOUNT_DIFFERS);

        office.repair(item, "an admin");
        assertThat(sales.read(payment).attention()).contains(Attention.CURRENCY_MISMATCH);
    }
}
