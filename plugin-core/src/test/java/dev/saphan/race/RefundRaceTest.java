/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.race;

import dev.saphan.money.Money;
import dev.saphan.payment.PaymentId;
import dev.saphan.problem.ErrorCode;
import dev.saphan.testing.InMemoryOmise.Fault;
import org.junit.jupiter.api.Test;

/** Money that goes back, asked for and heard of by several at once. */
class RefundRaceTest {

    private static final Money MOST = Money.ofMinor(100_000, "THB");
    private static final Money SOME = Money.ofMinor(40_000, "THB");

    @Test
    void isMadeOnceForOneKey() {
        Races.run(
                round -> {
                    PaymentId payment = round.paid();
                    for (int i = 0; i < 3; i++) {
                        round.refund(payment, "same", MOST, Round.PRICE);
                    }
                    round.sync(payment);
                    round.atTheEnd(() -> round.books().mustHaveRefunded(MOST));
                },
                ErrorCode.REQUEST_IN_PROGRESS);
    }

    @Test
    void neverExceedsWhatIsLeft() {
        Races.run(
                round -> {
                    PaymentId payment = round.paid();
                    round.refund(payment, "one", MOST, Round.PRICE);
                    round.refund(payment, "another", MOST, Round.PRICE);
                    round.refund(payment, "third", MOST, Round.PRICE);
                    round.atTheEnd(() -> round.books().mustHaveRefunded(MOST));
                },
                ErrorCode.REMAINING_CHANGED);
    }

    @Test
    void countsOnceWhenItsOwnWebhookComesMeanwhile() {
        Races.run(round -> {
            PaymentId payment = round.paid();
            round.refund(payment, "one", SOME, Round.PRICE);
            round.webhook(round.charge(0));
            round.sync(payment);
            round.comesBack(round.attempt(0));
            round.atTheEnd(() -> round.books().mustHaveRefunded(SOME));
        });
    }

    @Test
    void countsOnceWhenItTakesTimeAtOmise() {
        Races.run(round -> {
            PaymentId payment = round.paid();
            round.arena().omise().books().letRefundsTakeTime();
            round.refund(payment, "one", SOME, Round.PRICE);
            round.omiseClosesRefunds(round.charge(0));
            round.sync(payment);
            round.atTheEnd(() -> round.books().mustHaveRefunded(SOME));
        });
    }

    @Test
    void countsARefundOfTheDashboardBesideOurs() {
        Races.run(
                round -> {
                    PaymentId payment = round.paid();
                    round.refund(payment, "one", SOME, Round.PRICE);
                    round.dashboardRefunds(round.charge(0), SOME);
                    round.sync(payment);
                },
                ErrorCode.REMAINING_CHANGED);
    }

    @Test
    void isFoundWhenItsAnswerWasLost() {
        Races.run(round -> {
            PaymentId payment = round.paid();
            round.arena().omise().failNext("refund", Fault.LOSE_ANSWER);
            round.refund(payment, "one", SOME, Round.PRICE);
            round.watchRefunds();
            round.webhook(round.charge(0));
            round.atTheEnd(() -> round.books().mustHaveRefunded(SOME));
        });
    }

    @Test
    void isNotForgottenWhenTheJobIsFasterThanTheCallThatNeverLeft() {
        Races.run(
                round -> {
                    PaymentId payment = round.paid();
                    round.arena().omise().failNext("refund", Fault.NOT_SENT);
                    round.refund(payment, "one", SOME, Round.PRICE);
                    round.watchRefunds();
                },
                ErrorCode.GATEWAY_UNAVAILABLE);
    }
}
