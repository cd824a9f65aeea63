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
import dev.saphan.refund.RefundOrigin;
import dev.saphan.refund.RefundStatus;
import dev.saphan.testing.Database;
import dev.saphan.testing.InMemoryOmise.Fault;
import dev.saphan.testing.Retold;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way in which the books can differ over a refund, and what a click mends of it. */
@ParameterizedClass
@EnumSource(Database.class)
class RefundDifferencesTest {

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
    void entersARefundThatWasMadeAtOmise() {
        PaymentId payment = sales.paid();
        office.omise()
                .books()
                .giveBack(
                        sales.charge(payment),
                        PART,
                        Optional.empty(),
                        office.clock().instant());

        ReconciledItem item = office.findOnly(Finding.REFUND_UNKNOWN);
        assertThat(item.theirs().map(Side::amount)).contains(PART);
        assertThat(item.ours()).isEmpty();

        assertThat(office.repair(item, "an admin")).contains(Outcome.REPAIRED);
        assertThat(sales.refunds(payment))
                .singleElement()
                .satisfies(refund -> assertThat(refund.origin()).isEqualTo(RefundOrigin.GATEWAY));
        office.mustBeGreen(item);
    }

    @Test
    void letsARefundGoThatOmiseHasNoLonger() {
        PaymentId payment = sales.paid();
        office.omise()
                .books()
                .giveBack(
                        sales.charge(payment),
                        PART,
                        Optional.empty(),
                        office.clock().instant());
        ReconciledItem item = office.findOnly(Finding.REFUND_UNKNOWN);
        sales.retellRefunds(payment, List.of());

        assertThat(office.repair(item, "an admin")).contains(Outcome.REPAIRED);
        assertThat(office.differences(item.reconciliation())).singleElement().satisfies(gone -> {
            assertThat(gone.isOpen()).isFalse();
            assertThat(gone.theirs()).isEmpty();
        });
    }

    @Test
    void leavesARefundOfAChargeThatIsNotOursToAPerson() {
        Charge charge =
                SomeCharge.somebodys("chrg_x", Office.PRICE, office.clock().instant());
        GatewayRefund refund = new GatewayRefund(
                "rfnd_x",
                PART,
                GatewayRefund.Status.CLOSED,
                false,
                Optional.empty(),
                Optional.of(office.clock().instant()));
        office.omise().books().enter(Retold.of(charge).with(List.of(refund)).charge());

        assertThat(office.differences(office.compare()))
                .extracting(ReconciledItem::finding)
                .containsExactly(Finding.CHARGE_FOREIGN, Finding.REFUND_FOREIGN);
    }

    @Test
    void undoesAndRaisesARefundThatOmiseDoesNotHave() {
        PaymentId payment = sales.paid();
        sales.refund(payment, PART, Office.PRICE);
        sales.retellRefunds(payment, List.of());

        ReconciledItem item = office.findOnly(Finding.REFUND_MISSING);

        assertThat(office.repair(item, "an admin")).contains(Outcome.REPAIRED);
        assertThat(sales.read(payment).refunded().isZero()).isTrue();
        assertThat(sales.read(payment).attention()).contains(Attention.REFUND_FAILED);
        office.mustBeGreen(item);
    }

    @Test
    void writesARefundOffWhoseAnswerWasLostAndThatNeverArrived() {
        PaymentId payment = sales.paid();
        office.omise().failNext("refund", Fault.LOSE_ANSWER);
        sales.refund(payment, PART, Office.PRICE);
        sales.retellRefunds(payment, List.of());
        office.clock().forward(Duration.ofMinutes(16));

        ReconciledItem item = office.findOnly(Finding.REFUND_MISSING);

        assertThat(office.repair(item, "an admin")).contains(Outcome.REPAIRED);
        assertThat(sales.refunds(payment))
                .singleElement()
                .satisfies(refund -> assertThat(refund.status()).isEqualTo(RefundStatus.FAILED));
    }

    @Test
    void takesOverThatARefundBecameAVoid() {
        PaymentId payment = sales.paid();
        sales.refund(payment, Office.PRICE, Office.PRICE);
        sales.retellAsVoid(payment);

        ReconciledItem item = office.findOnly(Finding.REFUND_STATUS_DIFFERS);
        assertThat(item.theirs().map(Side::status)).contains("voided");
        assertThat(item.ours().map(Side::status)).contains("succeeded");

        assertThat(office.repair(item, "an admin")).contains(Outcome.REPAIRED);
        assertThat(sales.refunds(payment))
                .singleElement()
                .satisfies(refund -> assertThat(refund.isVoided()).isTrue());
    }

    @Test
    void leavesARefundOverAnotherAmountToAPerson() {
        PaymentId payment = sales.paid();
        sales.refund(payment, PART, Office.PRICE);
        GatewayRefund told = office.omise().refunds(sales.charge(payment)).get(0);
        sales.retellRefunds(
                payment,
                List.of(new GatewayRefund(
                        told.id(),
                        told.amount().plus(Money.ofMinor(1, "THB")),
                        told.status(),
                        false,
                        told.refund(),
                        told.createdAt())));

        ReconciledItem item = office.findOnly(Finding.REFUND_AMOUNT_DIFFERS);

        assertThat(office.repair(item, "an admin")).isEmpty();
        assertThat(item.needsPerson()).isTrue();
    }
}
