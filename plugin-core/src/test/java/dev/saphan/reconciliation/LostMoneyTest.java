/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.alert.Alert;
import dev.saphan.alert.Alerts;
import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeStatus;
import dev.saphan.gateway.Dispute;
import dev.saphan.money.Money;
import dev.saphan.payment.AttemptStatus;
import dev.saphan.payment.Attention;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.PaymentStatus;
import dev.saphan.payment.Payments;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.refund.QuoteRefund;
import dev.saphan.refund.RefundId;
import dev.saphan.refund.RefundQuote;
import dev.saphan.refund.ReturnSurplus;
import dev.saphan.testing.Database;
import dev.saphan.testing.Retold;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Money that arrived and did not stay: who is told, what can still go back, and what the comparison of the books shows. */
@ParameterizedClass
@EnumSource(Database.class)
class LostMoneyTest {

    private static final Money PART = Money.ofMinor(50_000, "THB");
    private static final Money NOTHING = Money.ofMinor(0, "THB");

    @Parameter
    Database database;

    private Office office;
    private Sales sales;

    @BeforeEach
    void open() {
        office = Office.on(database);
        sales = office.sales();
    }

    @ParameterizedTest
    @EnumSource(names = {"REVERSED", "FAILED", "EXPIRED"})
    void isRaisedWithTheMoneyWhenOmiseTakesASuccessBack(ChargeStatus word) {
        PaymentId payment = sales.paid();
        settle(payment, word);

        sales.sync(payment);

        assertThat(sales.read(payment).status()).isEqualTo(PaymentStatus.PAID);
        assertThat(sales.readAttempt(payment).status()).isEqualTo(AttemptStatus.valueOf(word.name()));
        assertThat(sales.read(payment).attention()).containsExactly(Attention.PAYMENT_REVERSED);
        assertThat(sales.read(payment).takenBackAt()).isPresent();
        assertThat(alertDetails()).containsExactly("THB 1500.00 at stake, charge " + sales.charge(payment));
        assertThat(quote(payment).remaining()).isEqualTo(NOTHING);
        assertThat(quote(payment).reason()).contains(ErrorCode.NOT_REFUNDABLE);
        assertThatThrownBy(() -> sales.refund(payment, PART, NOTHING)).isInstanceOf(Problem.class);
        assertThat(office.omise().refunds(sales.charge(payment))).isEmpty();
    }

    @Test
    void namesOnlyWhatHadNotGoneBackAlready() {
        PaymentId payment = sales.paid();
        sales.refund(payment, PART, Office.PRICE);
        settle(payment, ChargeStatus.REVERSED);

        sales.sync(payment);

        assertThat(alertDetails()).containsExactly("THB 1000.00 at stake, charge " + sales.charge(payment));
    }

    @Test
    void isSettledByItselfWhenTheMoneyComesBack() {
        PaymentId payment = sales.paid();
        settle(payment, ChargeStatus.FAILED);
        sales.sync(payment);
        office.omise().books().pay(sales.charge(payment), office.clock().instant());

        sales.sync(payment);

        assertThat(sales.read(payment).attention()).isEmpty();
        assertThat(sales.read(payment).takenBackAt()).isEmpty();
        assertThat(alertDetails()).isEmpty();
        assertThat(quote(payment).remaining()).isEqualTo(Office.PRICE);
        assertThat(sales.refunds(payment)).isEmpty();
    }

    @Test
    void differsFromTheBooksUntilSomebodyLooksAtIt() {
        PaymentId payment = sales.paid();
        settle(payment, ChargeStatus.FAILED);

        ReconciledItem item = office.findOnly(Finding.STATUS_DIFFERS);
        assertThat(office.repair(item, "an admin")).contains(Outcome.NEEDS_PERSON);

        assertThat(sales.read(payment).attention()).containsExactly(Attention.PAYMENT_REVERSED);
        ReconciledItem known = office.findOnly(Finding.CHARGE_REVERSED);
        assertThat(known.theirs().map(Side::amount)).contains(Office.PRICE);
        assertThat(office.repair(known, "an admin")).isEmpty();
        assertThat(office.get(AcceptDifference.class).accept(known.id(), "an admin"))
                .isTrue();
        assertThat(office.tally(office.compare()).differences()).isZero();
    }

    @Test
    void isNotAtStakeWhereItPaidForNothing() {
        PaymentId payment = sales.paid();
        paidAgain(payment);
        office.omise()
                .books()
                .settle("chrg_second", ChargeStatus.REVERSED, office.clock().instant());

        sales.sync(payment);

        assertThat(sales.readAttempt(payment).status()).isEqualTo(AttemptStatus.REVERSED);
        assertThat(sales.read(payment).attention()).containsExactly(Attention.DUPLICATE_PAYMENT);
    }

    @ParameterizedTest
    @EnumSource
    void goesBackAsSurplusOnlyIfNoDisputeTookItOrMay(Dispute.Status status) {
        PaymentId payment = sales.paid();
        paidAgain(payment);
        Charge second = office.omise().books().find("chrg_second").orElseThrow();
        office.omise()
                .books()
                .enter(Retold.of(second)
                        .disputed(Optional.of(new Dispute(status, Optional.empty())))
                        .charge());
        sales.sync(payment);

        Optional<RefundId> refund =
                office.get(ReturnSurplus.class).request(payment, sales.attempt(payment), "Paid twice", "an admin");

        assertThat(refund.isPresent()).isEqualTo(status == Dispute.Status.WON);
    }

    @Test
    void cannotGoBackWhileADisputeIsOpen() {
        PaymentId payment = sales.paid();
        dispute(payment, new Dispute(Dispute.Status.OPEN, Optional.of(PART)));

        sales.sync(payment);

        assertThat(sales.read(payment).attention()).containsExactly(Attention.DISPUTE_OPENED);
        assertThat(alertDetails()).containsExactly("THB 500.00 at stake, charge " + sales.charge(payment));
        assertThat(quote(payment).full()).isFalse();
        assertThat(quote(payment).partial()).isFalse();
        assertThat(quote(payment).reason()).contains(ErrorCode.NOT_REFUNDABLE);
        assertThat(quote(payment).remaining()).isEqualTo(Office.PRICE);
    }

    @Test
    void canGoBackAgainAfterADisputeWasWon() {
        PaymentId payment = sales.paid();
        dispute(payment, new Dispute(Dispute.Status.OPEN, Optional.empty()));
        sales.sync(payment);
        assertThat(alertDetails()).containsExactly("THB 1500.00 at stake, charge " + sales.charge(payment));
        dispute(payment, new Dispute(Dispute.Status.WON, Optional.empty()));

        sales.sync(payment);

        assertThat(sales.read(payment).attention()).containsExactly(Attention.DISPUTE_WON);
        assertThat(alertDetails()).hasSize(1);
        assertThat(quote(payment).reason()).isEmpty();
        assertThat(quote(payment).remaining()).isEqualTo(Office.PRICE);
        sales.refund(payment, PART, Office.PRICE);
        assertThat(office.omise().refunds(sales.charge(payment))).hasSize(1);
    }

    @Test
    void isLessByWhatADisputeCost() {
        PaymentId payment = sales.paid();
        dispute(payment, new Dispute(Dispute.Status.LOST, Optional.of(PART)));

        sales.sync(payment);

        assertThat(sales.read(payment).attention()).containsExactly(Attention.DISPUTE_LOST);
        assertThat(quote(payment).remaining()).isEqualTo(Office.PRICE.minus(PART));
        assertThatThrownBy(() -> sales.refund(payment, Office.PRICE, Office.PRICE.minus(PART)))
                .isInstanceOf(Problem.class);
    }

    @Test
    void isNoneWhenTheWholeOfItWasLostInADispute() {
        PaymentId payment = sales.paid();
        dispute(payment, new Dispute(Dispute.Status.OPEN, Optional.empty()));
        sales.sync(payment);
        dispute(payment, new Dispute(Dispute.Status.LOST, Optional.empty()));

        sales.sync(payment);

        assertThat(sales.read(payment).attention()).containsExactly(Attention.DISPUTE_LOST);
        assertThat(quote(payment).remaining()).isEqualTo(NOTHING);
    }

    @Test
    void isSafeAgainWhenADisputeIsWithdrawn() {
        PaymentId payment = sales.paid();
        dispute(payment, new Dispute(Dispute.Status.OPEN, Optional.empty()));
        sales.sync(payment);
        Charge charge = office.omise().books().find(sales.charge(payment)).orElseThrow();
        office.omise()
                .books()
                .enter(Retold.of(charge).disputed(Optional.empty()).charge());

        sales.sync(payment);

        assertThat(sales.read(payment).attention()).isEmpty();
        assertThat(quote(payment).reason()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void showsADisputeInTheComparisonOfTheBooks(Dispute.Status status) {
        PaymentId payment = sales.paid();
        dispute(payment, new Dispute(status, Optional.empty()));

        ReconciledItem item = office.findOnly(Finding.DISPUTE_DIFFERS);
        Optional<Outcome> repaired = office.repair(item, "an admin");

        assertThat(sales.readAttempt(payment).disputeStatus()).contains(status);
        if (status == Dispute.Status.WON) {
            assertThat(repaired).contains(Outcome.REPAIRED);
            office.mustBeGreen(item);
        } else {
            assertThat(repaired).contains(Outcome.NEEDS_PERSON);
            office.findOnly(status == Dispute.Status.OPEN ? Finding.CHARGE_DISPUTED : Finding.DISPUTE_LOST);
        }
    }

    /** By a second charge for the same attempt. */
    private void paidAgain(PaymentId payment) {
        Charge second =
                SomeCharge.somebodys("chrg_second", Office.PRICE, office.clock().instant());
        office.omise()
                .books()
                .enter(Retold.of(second)
                        .forAttempt(sales.attempt(payment).value())
                        .charge());
        office.repair(office.findOnly(Finding.CHARGE_DOUBLED), "an admin");
    }

    private void settle(PaymentId payment, ChargeStatus word) {
        office.omise()
                .books()
                .settle(sales.charge(payment), word, office.clock().instant());
    }

    private void dispute(PaymentId payment, Dispute dispute) {
        Charge charge = office.omise().books().find(sales.charge(payment)).orElseThrow();
        office.omise()
                .books()
                .enter(Retold.of(charge).disputed(Optional.of(dispute)).charge());
    }

    private List<String> alertDetails() {
        return office.transactions()
                .call(() -> office.get(Alerts.class).open().stream()
                        .map(Alert::detail)
                        .toList());
    }

    private RefundQuote quote(PaymentId payment) {
        return office.transactions()
                .call(() -> office.get(QuoteRefund.class)
                        .quote(office.get(Payments.class).find(payment).orElseThrow()));
    }
}
