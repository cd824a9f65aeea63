/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.payment.PaymentId;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.testing.InMemoryOmise.Fault;
import dev.saphan.testing.Node;
import org.junit.jupiter.api.Test;

/** A storefront that asks for the same order several times at once. */
class StartRaceTest {

    @Test
    void makesOneChargeForOneKey() {
        Races.run(
                round -> {
                    for (int i = 0; i < 3; i++) {
                        round.start("same");
                    }
                    round.atTheEnd(round.books()::mustHaveOneLiveCharge);
                },
                ErrorCode.REQUEST_IN_PROGRESS);
    }

    @Test
    void hasOneChargeThatCanBePaidForTwoKeys() {
        Races.run(
                round -> {
                    round.start("one");
                    round.start("another");
                    round.start("third");
                    round.atTheEnd(round.books()::mustHaveOneLiveCharge);
                },
                ErrorCode.OUTCOME_UNKNOWN);
    }

    @Test
    void hasOneChargeThatCanBePaidWhenSeveralTakeThePlaceOfOne() {
        Races.run(
                round -> {
                    round.open();
                    round.start("one");
                    round.start("another");
                    round.sweep(round.attempt(0));
                    round.atTheEnd(round.books()::mustHaveOneLiveCharge);
                },
                ErrorCode.OUTCOME_UNKNOWN);
    }

    @Test
    void leavesNothingBehindWhenACallNeverLeft() {
        Races.run(
                round -> {
                    round.arena().omise().failNext("create", Fault.NOT_SENT);
                    round.start("one");
                    round.start("one");
                    round.start("another");
                },
                ErrorCode.GATEWAY_UNAVAILABLE,
                ErrorCode.OUTCOME_UNKNOWN,
                ErrorCode.REQUEST_IN_PROGRESS);
    }

    @Test
    void mayUseTheKeyAgainAfterACallThatNeverLeft() {
        Round round = new Round(Arena.all().get(0), 1);
        Node node = round.arena().nodes().get(0);
        round.arena().omise().failNext("create", Fault.NOT_SENT);

        assertThatThrownBy(() -> round.start(node, "one"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.GATEWAY_UNAVAILABLE));
        assertThat(round.books().payments()).isEmpty();

        round.start(node, "one");
        assertThat(round.books().payments()).hasSize(1);
        assertThat(round.arena().omise().books().charges()).hasSize(1);
    }

    @Test
    void closesAPaymentThatIsCancelledWhileACallNeverLeaves() {
        Races.run(
                round -> {
                    PaymentId payment = round.openAndFail();
                    round.arena().omise().failNext("create", Fault.NOT_SENT);
                    round.add("renewal", node -> round.startAgain(node, payment));
                    round.cancel(payment);
                    round.atTheEnd(() -> round.books().mustNotBeClosing(payment));
                },
                ErrorCode.GATEWAY_UNAVAILABLE,
                ErrorCode.OUTCOME_UNKNOWN,
                ErrorCode.PAYMENT_CLOSED);
    }

    @Test
    void opensAnotherPaymentWhenTheFirstIsClosedMeanwhile() {
        Races.run(
                round -> {
                    PaymentId payment = round.openAndFail();
                    round.cancel(payment);
                    round.start("second");
                },
                ErrorCode.OUTCOME_UNKNOWN);
    }

    @Test
    void isPaidWhileTheAnswerIsOnItsWay() {
        Races.run(round -> {
            round.start("one");
            round.shopperPaysAtOnce();
        });
    }

    @Test
    void findsAChargeWhoseAnswerWasLostOnce() {
        Races.run(
                round -> {
                    round.arena().omise().failNext("create", Fault.LOSE_ANSWER);
                    PaymentId payment = round.open();
                    round.shopperPays(round.charge(0));
                    round.sweep(round.attempt(0));
                    round.sync(payment);
                    round.start("again");
                },
                ErrorCode.OUTCOME_UNKNOWN,
                ErrorCode.ORDER_ALREADY_PAID);
    }

    @Test
    void paysAnOrderOnceThatIsAskedForWhileItIsPaid() {
        Races.run(
                round -> {
                    round.open();
                    round.shopperPays(round.charge(0));
                    round.start("again");
                    round.start("first");
                },
                ErrorCode.OUTCOME_UNKNOWN,
                ErrorCode.ORDER_ALREADY_PAID,
                ErrorCode.REQUEST_IN_PROGRESS);
    }
}
