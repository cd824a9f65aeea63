/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.job.Job;
import dev.saphan.money.Money;
import dev.saphan.payment.PaymentId;
import dev.saphan.testing.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How a comparison runs, is interrupted and goes on. */
@ParameterizedClass
@EnumSource(Database.class)
class ReconcileTest {

    @Parameter
    Database database;

    private Office office;

    @BeforeEach
    void open() {
        office = Office.on(database);
    }

    @Test
    void goesOnWhereItWasWhenTheNodeIsKilledAmongPages() {
        somebodysCharges(250);
        ReconciliationId id = office.get(StartReconciliation.class).start(Office.ACCOUNT, Office.MARCH, "a viewer");
        office.run(Reconcile.NAME, id);
        office.onEachStep(what -> {
            if (what.equals("hear of list")) {
                throw new Killed();
            }
        });

        assertThatThrownBy(() -> office.run(Reconcile.NAME, id)).isInstanceOf(Killed.class);
        assertThat(office.comparison(id).progress().offset()).isEqualTo(100);
        assertThat(office.comparison(id).progress().total()).isEqualTo(250);

        List<String> asked = new ArrayList<>();
        office.onEachStep(asked::add);
        office.runToTheEnd(Reconcile.NAME, id);
        assertThat(asked.stream().filter("ask to list"::equals)).hasSize(3);
        assertThat(office.items(id))
                .hasSize(250)
                .extracting(ReconciledItem::subject)
                .doesNotHaveDuplicates();
        assertThat(office.comparison(id).status()).isEqualTo(Reconciliation.Status.DONE);
    }

    @Test
    void doesAPageOnceWhenTwoNodesTakeIt() throws Exception {
        somebodysCharges(150);
        ReconciliationId id = office.get(StartReconciliation.class).start(Office.ACCOUNT, Office.MARCH, "a viewer");
        office.onEachStep(TwoAtOnce.meetingAt("hear of list"));

        TwoAtOnce.run(() -> office.run(Reconcile.NAME, id), () -> office.run(Reconcile.NAME, id));

        assertThat(office.comparison(id).progress().offset()).isEqualTo(100);
        office.onEachStep(what -> {});
        office.runToTheEnd(Reconcile.NAME, id);
        assertThat(office.items(id)).hasSize(150);
    }

    @Test
    void failsHonestlyAndGoesOnWhenOmiseAnswersAgain() {
        somebodysCharges(150);
        ReconciliationId id = office.get(StartReconciliation.class).start(Office.ACCOUNT, Office.MARCH, "a viewer");
        office.run(Reconcile.NAME, id);
        office.omise().beSilent("list", true);

        Job.Next next = office.run(Reconcile.NAME, id);
        assertThat(next).isInstanceOf(Job.Next.Again.class);
        assertThat(office.comparison(id).progress().trouble()).contains("no answer");
        assertThat(office.comparison(id).status()).isEqualTo(Reconciliation.Status.RUNNING);

        office.runToTheEnd(Reconcile.NAME, id);
        assertThat(office.comparison(id).status()).isEqualTo(Reconciliation.Status.FAILED);
        assertThat(office.items(id)).hasSize(100);

        office.omise().beSilent("list", false);
        assertThat(office.get(StartReconciliation.class).goOn(id)).isTrue();
        assertThat(office.get(StartReconciliation.class).goOn(id)).isFalse();
        office.runToTheEnd(Reconcile.NAME, id);
        assertThat(office.comparison(id).status()).isEqualTo(Reconciliation.Status.DONE);
        assertThat(office.items(id)).hasSize(150);
    }

    @Test
    void goesOnBesideChargesThatNobodyCanReadAndSaysSo() {
        somebodysCharges(150);
        PaymentId ours = new Sales(office).paid();
        office.omise().garble("chrg_7");
        office.omise().garble("chrg_120");
        office.omise().garble(new Sales(office).charge(ours));
        ReconciliationId id = office.get(StartReconciliation.class).start(Office.ACCOUNT, Office.MARCH, "a viewer");

        office.runToTheEnd(Reconcile.NAME, id);

        assertThat(office.comparison(id).status()).isEqualTo(Reconciliation.Status.DONE);
        assertThat(office.comparison(id).progress().leavesOut()).isTrue();
        assertThat(office.items(id))
                .hasSize(148)
                .extracting(ReconciledItem::finding)
                .containsOnly(Finding.CHARGE_FOREIGN);
    }

    @Test
    void saysNothingOfTheKindWhenItReadAll() {
        somebodysCharges(3);
        ReconciliationId id = office.get(StartReconciliation.class).start(Office.ACCOUNT, Office.MARCH, "a viewer");

        office.runToTheEnd(Reconcile.NAME, id);

        assertThat(office.comparison(id).progress().leavesOut()).isFalse();
    }

    @Test
    void isOneWhileItRunsHoweverOftenItIsAskedFor() {
        StartReconciliation start = office.get(StartReconciliation.class);
        ReconciliationId id = start.start(Office.ACCOUNT, Office.MARCH, "a viewer");

        assertThat(start.start(Office.ACCOUNT, Office.MARCH, "another")).isEqualTo(id);
        office.runToTheEnd(Reconcile.NAME, id);
        assertThat(start.start(Office.ACCOUNT, Office.MARCH, "another")).isNotEqualTo(id);
    }

    private void somebodysCharges(int many) {
        Instant first = Instant.parse("2026-03-02T05:00:00Z");
        for (int i = 0; i < many; i++) {
            office.omise()
                    .books()
                    .enter(SomeCharge.somebodys("chrg_" + i, Money.ofMinor(1000 + i, "THB"), first.plusSeconds(i)));
        }
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }
}
