/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.money.Money;
import dev.saphan.payment.PaymentId;
import dev.saphan.refund.Refunds;
import dev.saphan.testing.Database;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How differences are repaired, also by two at once, and while Omise is silent. */
@ParameterizedClass
@EnumSource(Database.class)
class RepairTest {

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
    void repairsOnceWhenTwoPeopleClickAtOnce() throws Exception {
        PaymentId payment = sales.paid();
        office.omise()
                .books()
                .giveBack(
                        sales.charge(payment),
                        Money.ofMinor(50_000, "THB"),
                        Optional.empty(),
                        office.clock().instant());
        ReconciledItem item = office.differences(office.compare()).get(0);
        office.onEachStep(TwoAtOnce.meetingAt("hear of read"));

        List<Optional<Outcome>> outcomes =
                TwoAtOnce.run(() -> office.repair(item, "an admin"), () -> office.repair(item, "another"));

        assertThat(outcomes).containsExactlyInAnyOrder(Optional.of(Outcome.REPAIRED), Optional.empty());
        assertThat(office.transactions().call(() -> office.get(Refunds.class).of(payment)))
                .hasSize(1);
        assertThat(sales.read(payment).refunded()).isEqualTo(Money.ofMinor(50_000, "THB"));
        assertThat(office.repair(item, "a third")).isEmpty();
    }

    @Test
    void changesNothingWhileOmiseDoesNotAnswerAndMayBeRepairedLater() {
        PaymentId payment = sales.open();
        sales.payInWallet(payment);
        office.clock().forward(Duration.ofHours(1));
        ReconciledItem item = office.differences(office.compare()).get(0);
        office.omise().beSilent("read", true);

        assertThat(office.repair(item, "an admin")).contains(Outcome.NO_ANSWER);
        assertThat(office.tally(item.reconciliation()).differences()).isEqualTo(1);

        office.omise().beSilent("read", false);
        assertThat(office.repair(item, "an admin")).contains(Outcome.REPAIRED);
    }

    @Test
    void repairsAllThatCanBeAndLeavesTheRestToAPerson() {
        List<PaymentId> payments = List.of(sales.open(), sales.open(), sales.open());
        payments.forEach(sales::payInWallet);
        office.clock().forward(Duration.ofHours(1));
        office.omise()
                .books()
                .enter(SomeCharge.somebodys(
                        "chrg_x", Office.PRICE, office.clock().instant()));
        ReconciliationId id = office.compare();
        assertThat(office.tally(id).repairable()).isEqualTo(3);
        RepairAll repairAll = office.get(RepairAll.class);

        assertThat(repairAll.begin(id, "an admin")).isTrue();
        assertThat(repairAll.begin(id, "another")).isFalse();
        office.runToTheEnd(RepairAll.NAME, id);

        assertThat(office.comparison(id).repairingBy()).isEmpty();
        assertThat(office.tally(id).mended()).isEqualTo(3);
        assertThat(office.tally(id).differences()).isEqualTo(1);
        assertThat(office.tally(id).repairable()).isZero();
    }
}
