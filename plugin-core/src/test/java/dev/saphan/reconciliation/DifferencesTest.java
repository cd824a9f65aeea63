/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.GatewayRefund;
import dev.saphan.money.Money;
import dev.saphan.payment.Attention;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.PaymentStatus;
import dev.saphan.refund.Refund;
import dev.saphan.refund.RefundOrigin;
import dev.saphan.refund.RefundStatus;
import dev.saphan.refund.Refunds;
import dev.saphan.testing.Database;
import dev.saphan.testing.InMemoryOmise.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of difference between the books, and what a click mends of it. */
@ParameterizedClass
@EnumSource(Database.class)
class DifferencesTest {

    private static final Money PART = Money.ofMinor(50_000, "THB");

    @Parameter
    Database database;

    private Office office;

    @BeforeEach
    void open() {
        office = Office.on(database);
    }

    @Test
    void findsNoneWhereBothBooksSayTheSame() {
        PaymentId payment = office.paid();
        office.refund(payment, PART, Office.PRICE);

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
        office.open();

        ReconciliationId id = office.compare();

        assertThat(office.tally(id).inMotion()).isEqualTo(1);
        assertThat(office.tally(id).differences()).isZero();
    }

    @Test
    void countsAPaymentThatTheNextLookWillSeeAsInMotion() {
        PaymentId payment = office.open();
        office.payInWallet(payment);

        assertThat(office.tally(office.compare()).inMotion()).isEqualTo(1);
    }

    @Test
    void takesOverAStatusThatWasMissed() {
        PaymentId payment = office.open();
        office.payInWallet(payment);
        office.clock().forward(Duration.ofHours(1));

        ReconciledItem item = only(office.compare(), Finding.STATUS_DIFFERS);
        assertThat(item.theirs().map(Side::status)).contains("successful");
        assertThat(item.ours().map(Side::status)).contains("pending");

        assertThat(office.repair(item, "an admin")).contains(Outcome.REPAIRED);
        assertThat(office.read(payment).status()).isEqualTo(PaymentStatus.PAID);
        mustBeGreen(item);
    }

    @Test
    void adoptsAChargeWhoseAnswerWasLost() {
        office.omise().failNext("create", Fault.LOSE_ANSWER);
        PaymentId payment = office.open();
        office.payInWallet(payment);
        office.clock().forward(Duration.ofMinutes(11));

        ReconciledItem item = only(office.compare(), Finding.CHARGE_UNKNOWN);
        assertThat(item.ours().map(Side::status)).contains("unknown");

        assertThat(office.repair(item, "an admin")).contains(Outcome.REPAIRED);
        assertThat(office.readAttempt(payment).chargeId()).contains(office.charge(payment));
        assertThat(office.read(payment).status()).isEqualTo(PaymentStatus.PAID);
        mustBeGreen(item);
    }

    @Test
    void adoptsAChargeOfAnAttemptThatWasWrittenOff() {
        office.omise().failNext("create", Fault.LOSE_ANSWER);
        PaymentId payment = office.open();
        Charge hidden = office.omise().books().find(office.charge(payment)).orElseThrow();
        office.omise().books().forget(hidden.id());
        office.clock().forward(Duration.ofMinutes(4));
        office.sync(payment);
        office.omise().books().enter(hidden);
        office.omise().books().pay(hidden.id(), office.clock().instant());

        ReconciledItem item = only(office.compare(), Finding.CHARGE_UNKNOWN);

        assertThat(office.repair(item, "an admin")).contains(Outcome.REPAIRED);
        assertThat(office.read(payment).status()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void leavesAChargeThatIsNotOursToAPerson() {
        office.omise()
                .books()
                .enter(Office.somebodys("chrg_x", Office.PRICE, office.clock().instant()));

        ReconciledItem item = only(office.compare(), Finding.CHARGE_FOREIGN);

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
        Charge charge = Office.somebodys("chrg_x", Office.PRICE, office.clock().instant());
        office.omise().books().enter(charge);
        ReconciledItem item = only(office.compare(), Finding.CHARGE_FOREIGN);
        office.get(AcceptDifference.class).accept(item.id(), "an admin");

        ReconciliationId again = office.compare();
        assertThat(office.tally(again).accepted()).isEqualTo(1);
        assertThat(office.tally(again).differences()).isZero();

        office.omise().books().enter(Office.retold(charge, PART, Optional.empty(), List.of()));
        assertThat(office.tally(office.compare()).differences()).isEqualTo(1);
    }

    @Test
    void leavesAChargeOfAnotherStoreOnTheAccountAlone() {
        office.openInTheOtherStore();

        ReconciliationId id = office.compare();

        assertThat(office.tally(id).elsewhere()).isEqualTo(1);
        assertThat(office.tally(id).differences()).isZero();
        assertThat(office.totals(id)).isEmpty();
    }

    @Test
    void leavesASecondChargeOfOneAttemptToAPerson() {
        PaymentId payment = office.paid();
        Charge second =
                Office.somebodys("chrg_second", Office.PRICE, office.clock().instant());
        office.omise()
                .books()
                .enter(Office.retold(
                        second,
                        Office.PRICE,
                        Optional.of(office.attempt(payment).value()),
                        List.of()));

        ReconciledItem item = only(office.compare(), Finding.CHARGE_DOUBLED);

        assertThat(office.repair(item, "an admin")).isEmpty();
        assertThat(office.totals(item.reconciliation())).singleElement().satisfies(totals -> {
            assertThat(totals.theirPaid()).isEqualTo(Office.PRICE.plus(Office.PRICE));
            assertThat(totals.ourPaid()).isEqualTo(Office.PRICE);
        });
    }

    @Test
    void saysThatOmiseHasNoSuchCharge() {
        PaymentId payment = office.paid();
        office.omise().books().forget(office.charge(payment));

        ReconciledItem item = only(office.compare(), Finding.CHARGE_MISSING);
        assertThat(item.theirs()).isEmpty();
        assertThat(item.ours().map(Side::amount)).contains(Office.PRICE);

        assertThat(office.repair(item, "an admin")).contains(Outcome.NEEDS_PERSON);
        assertThat(office.read(payment).status()).isEqualTo(PaymentStatus.PAID);
        assertThat(office.get(AcceptDifference.class).accept(item.id(), "an admin"))
                .isTrue();
    }

    @Test
    void raisesAnotherAmountAndLeavesItToAPerson() {
        PaymentId payment = office.open();
        Charge charge = office.omise().books().find(office.charge(payment)).orElseThrow();
        office.omise().books().enter(Office.retold(charge, PART, charge.attempt(), List.of()));

        ReconciledItem item = only(office.compare(), Finding.AMOUNT_DIFFERS);
        assertThat(item.theirs().map(Side::amount)).contains(PART);
        assertThat(item.ours().map(Side::amount)).contains(Office.PRICE);

        assertThat(office.repair(item, "an admin")).contains(Outcome.NEEDS_PERSON);
        assertThat(office.read(payment).attention()).contains(Attention.AMOUNT_MISMATCH);
    }

    @Test
    void seesAnotherCurrency() {
        PaymentId payment = office.open();
        Charge charge = office.omise().books().find(office.charge(payment)).orElseThrow();
        Money yen = Money.ofMinor(Office.PRICE.minorUnits(), "JPY");
        office.omise().books().enter(Office.retold(charge, yen, charge.attempt(), List.of()));

        ReconciledItem item = only(office.compare(), Finding.AMOUNT_DIFFERS);

        office.repair(item, "an admin");
        assertThat(office.read(payment).attention()).contains(Attention.CURRENCY_MISMATCH);
    }

    @Test
    void entersARefundThatWasMadeAtOmise() {
        PaymentId payment = office.paid();
        office.omise()
                .books()
                .giveBack(
                        office.charge(payment),
                        PART,
                        Optional.empty(),
                        office.clock().instant());

        ReconciledItem item = only(office.compare(), Finding.REFUND_UNKNOWN);
        assertThat(item.theirs().map(Side::amount)).contains(PART);
        assertThat(item.ours()).isEmpty();

        assertThat(office.repair(item, "an admin")).contains(Outcome.REPAIRED);
        assertThat(refunds(payment))
                .singleElement()
                .satisfies(refund -> assertThat(refund.origin()).isEqualTo(RefundOrigin.GATEWAY));
        mustBeGreen(item);
    }

    @Test
    void leavesARefundOfAChargeThatIsNotOursToAPerson() {
        Charge charge = Office.somebodys("chrg_x", Office.PRICE, office.clock().instant());
        GatewayRefund refund = new GatewayRefund(
                "rfnd_x",
                PART,
                GatewayRefund.Status.CLOSED,
                false,
                Optional.empty(),
                office.clock().instant());
        office.omise().books().enter(Office.retold(charge, Office.PRICE, Optional.empty(), List.of(refund)));

        assertThat(office.differences(office.compare()))
                .extracting(ReconciledItem::finding)
                .containsExactly(Finding.CHARGE_FOREIGN, Finding.REFUND_FOREIGN);
    }

    @Test
    void undoesAndRaisesARefundThatOmiseDoesNotHave() {
        PaymentId payment = office.paid();
        office.refund(payment, PART, Office.PRICE);
        retellRefunds(payment, List.of());

        ReconciledItem item = only(office.compare(), Finding.REFUND_MISSING);

        assertThat(office.repair(item, "an admin")).contains(Outcome.REPAIRED);
        assertThat(office.read(payment).refunded().isZero()).isTrue();
        assertThat(office.read(payment).attention()).contains(Attention.REFUND_FAILED);
        mustBeGreen(item);
    }

    @Test
    void writesARefundOffWhoseAnswerWasLostAndThatNeverArrived() {
        PaymentId payment = office.paid();
        office.omise().failNext("refund", Fault.LOSE_ANSWER);
        office.refund(payment, PART, Office.PRICE);
        retellRefunds(payment, List.of());
        office.clock().forward(Duration.ofMinutes(16));

        ReconciledItem item = only(office.compare(), Finding.REFUND_MISSING);

        assertThat(office.repair(item, "an admin")).contains(Outcome.REPAIRED);
        assertThat(refunds(payment))
                .singleElement()
                .satisfies(refund -> assertThat(refund.status()).isEqualTo(RefundStatus.FAILED));
    }

    @Test
    void takesOverThatARefundBecameAVoid() {
        PaymentId payment = office.paid();
        office.refund(payment, Office.PRICE, Office.PRICE);
        GatewayRefund told = office.omise().refunds(office.charge(payment)).get(0);
        retellRefunds(
                payment,
                List.of(new GatewayRefund(
                        told.id(), told.amount(), told.status(), true, told.refund(), told.createdAt())));

        ReconciledItem item = only(office.compare(), Finding.REFUND_STATUS_DIFFERS);
        assertThat(item.theirs().map(Side::status)).contains("voided");
        assertThat(item.ours().map(Side::status)).contains("succeeded");

        assertThat(office.repair(item, "an admin")).contains(Outcome.REPAIRED);
        assertThat(refunds(payment))
                .singleElement()
                .satisfies(refund -> assertThat(refund.isVoided()).isTrue());
    }

    @Test
    void leavesARefundOverAnotherAmountToAPerson() {
        PaymentId payment = office.paid();
        office.refund(payment, PART, Office.PRICE);
        GatewayRefund told = office.omise().refunds(office.charge(payment)).get(0);
        retellRefunds(
                payment,
                List.of(new GatewayRefund(
                        told.id(),
                        told.amount().plus(Money.ofMinor(1, "THB")),
                        told.status(),
                        false,
                        told.refund(),
                        told.createdAt())));

        ReconciledItem item = only(office.compare(), Finding.REFUND_AMOUNT_DIFFERS);

        assertThat(office.repair(item, "an admin")).isEmpty();
        assertThat(item.needsPerson()).isTrue();
    }

    private void retellRefunds(PaymentId payment, List<GatewayRefund> refunds) {
        Charge charge = office.omise().books().find(office.charge(payment)).orElseThrow();
        office.omise().books().enter(Office.retold(charge, charge.amount(), charge.attempt(), refunds));
    }

    private ReconciledItem only(ReconciliationId id, Finding finding) {
        List<ReconciledItem> differences = office.differences(id);
        assertThat(differences).extracting(ReconciledItem::finding).containsExactly(finding);
        return differences.get(0);
    }

    /** Also when the books are compared anew. */
    private void mustBeGreen(ReconciledItem item) {
        assertThat(office.tally(item.reconciliation()).differences()).isZero();
        assertThat(office.totals(item.reconciliation())).allMatch(BookTotals::isEqual);
        ReconciliationId anew = office.compare();
        assertThat(office.differences(anew)).isEmpty();
        assertThat(office.totals(anew)).allMatch(BookTotals::isEqual);
    }

    private List<Refund> refunds(PaymentId payment) {
        return office.transactions().call(() -> office.get(Refunds.class).of(payment));
    }
}
