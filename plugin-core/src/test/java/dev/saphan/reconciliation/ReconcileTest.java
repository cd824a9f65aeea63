/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.GatewayRefund;
import dev.saphan.job.Job;
import dev.saphan.money.Money;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.Payments;
import dev.saphan.payment.SomePayment;
import dev.saphan.refund.Refunds;
import dev.saphan.testing.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How a comparison runs, is interrupted and goes on, and how differences are repaired by many. */
@ParameterizedClass
@EnumSource(Database.class)
class ReconcileTest {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final Period MARCH =
            new Period(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31"), BANGKOK);

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
        ReconciliationId id = office.get(StartReconciliation.class).start(Office.ACCOUNT, MARCH, "a viewer");
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
        ReconciliationId id = office.get(StartReconciliation.class).start(Office.ACCOUNT, MARCH, "a viewer");
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicInteger waiting = new AtomicInteger(2);
        office.onEachStep(what -> {
            if (what.equals("hear of list") && waiting.getAndDecrement() > 0) {
                await(both);
            }
        });

        atOnce(() -> office.run(Reconcile.NAME, id), () -> office.run(Reconcile.NAME, id));

        assertThat(office.comparison(id).progress().offset()).isEqualTo(100);
        office.onEachStep(what -> {});
        office.runToTheEnd(Reconcile.NAME, id);
        assertThat(office.items(id)).hasSize(150);
    }

    @Test
    void failsHonestlyAndGoesOnWhenOmiseAnswersAgain() {
        somebodysCharges(150);
        ReconciliationId id = office.get(StartReconciliation.class).start(Office.ACCOUNT, MARCH, "a viewer");
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
    void isOneWhileItRunsHoweverOftenItIsAskedFor() {
        StartReconciliation start = office.get(StartReconciliation.class);
        ReconciliationId id = start.start(Office.ACCOUNT, MARCH, "a viewer");

        assertThat(start.start(Office.ACCOUNT, MARCH, "another")).isEqualTo(id);
        office.runToTheEnd(Reconcile.NAME, id);
        assertThat(start.start(Office.ACCOUNT, MARCH, "another")).isNotEqualTo(id);
    }

    @Test
    void countsAChargeOnTheDayOnWhichItWasPaidInTheStoresTimeZone() {
        keep("chrg_before", Money.ofMinor(100, "THB"), "2026-02-28T16:59:59Z");
        keep("chrg_first", Money.ofMinor(200, "THB"), "2026-02-28T17:00:00Z");
        keep("chrg_last", Money.ofMinor(300, "THB"), "2026-03-31T16:59:59Z");
        keep("chrg_after", Money.ofMinor(400, "THB"), "2026-03-31T17:00:00Z");

        ReconciliationId id = office.compare(MARCH);

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

        ReconciliationId id = office.compare(MARCH);

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
        PaymentId payment = office.paid();
        office.refund(payment, Office.PRICE, Office.PRICE);
        Charge charge = office.omise().books().find(office.charge(payment)).orElseThrow();
        var refund = charge.refunds().get(0);
        office.omise()
                .books()
                .enter(Office.retold(
                        charge,
                        charge.amount(),
                        charge.attempt(),
                        List.of(new GatewayRefund(
                                refund.id(),
                                refund.amount(),
                                refund.status(),
                                true,
                                refund.refund(),
                                refund.createdAt()))));

        ReconciliationId id = office.compare();

        assertThat(office.days(id)).singleElement().satisfies(day -> {
            assertThat(day.voids()).isEqualTo(1);
            assertThat(day.fees()).isPresent();
            assertThat(day.net()).isEmpty();
        });
    }

    @Test
    void repairsOnceWhenTwoPeopleClickAtOnce() throws Exception {
        PaymentId payment = office.paid();
        office.omise()
                .books()
                .giveBack(
                        office.charge(payment),
                        Money.ofMinor(50_000, "THB"),
                        Optional.empty(),
                        office.clock().instant());
        ReconciledItem item = office.differences(office.compare()).get(0);
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicInteger waiting = new AtomicInteger(2);
        office.onEachStep(what -> {
            if (what.equals("hear of read") && waiting.getAndDecrement() > 0) {
                await(both);
            }
        });

        List<Optional<Outcome>> outcomes =
                atOnce(() -> office.repair(item, "an admin"), () -> office.repair(item, "another"));

        assertThat(outcomes).containsExactlyInAnyOrder(Optional.of(Outcome.REPAIRED), Optional.empty());
        assertThat(office.transactions().call(() -> office.get(Refunds.class).of(payment)))
                .hasSize(1);
        assertThat(office.read(payment).refunded()).isEqualTo(Money.ofMinor(50_000, "THB"));
        assertThat(office.repair(item, "a third")).isEmpty();
    }

    @Test
    void changesNothingWhileOmiseDoesNotAnswerAndMayBeRepairedLater() {
        PaymentId payment = office.open();
        office.payInWallet(payment);
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
        List<PaymentId> payments = List.of(office.open(), office.open(), office.open());
        payments.forEach(office::payInWallet);
        office.clock().forward(Duration.ofHours(1));
        office.omise()
                .books()
                .enter(Office.somebodys("chrg_x", Office.PRICE, office.clock().instant()));
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

    private void somebodysCharges(int many) {
        Instant first = Instant.parse("2026-03-02T05:00:00Z");
        for (int i = 0; i < many; i++) {
            office.omise()
                    .books()
                    .enter(Office.somebodys("chrg_" + i, Money.ofMinor(1000 + i, "THB"), first.plusSeconds(i)));
        }
    }

    /** In both books. */
    private void keep(String id, Money amount, String paid) {
        Charge charge = Office.somebodys(id, amount, Instant.parse(paid));
        office.omise().books().enter(charge);
        office.transactions().run(() -> SomePayment.kept(office.get(Payments.class), charge));
    }

    private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(2);
        List<T> answers = new ArrayList<>();
        for (Future<T> answer : people.invokeAll(List.of(one, other))) {
            answers.add(answer.get());
        }
        people.shutdown();
        return answers;
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }
}
