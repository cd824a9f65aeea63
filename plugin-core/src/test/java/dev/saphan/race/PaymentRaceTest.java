/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.race;

import dev.saphan.gateway.ChargeStatus;
import dev.saphan.payment.PaymentId;
import dev.saphan.problem.ErrorCode;
import org.junit.jupiter.api.Test;

/** One payment, and everybody at it at once. */
class PaymentRaceTest {

    @Test
    void isPaidOnceWhenAllLearnOfTheSuccessAtOnce() {
        Races.run(round -> {
            PaymentId payment = round.openAndPay();
            round.webhookTwice(round.charge(0));
            round.comesBack(round.attempt(0));
            round.sweep(round.attempt(0));
            round.sync(payment);
        });
    }

    @Test
    void isPaidOnceWhenTheShopperPaysWhileAllAreLooking() {
        Races.run(round -> {
            PaymentId payment = round.open();
            round.shopperPays(round.charge(0));
            round.comesBack(round.attempt(0));
            round.sweep(round.attempt(0));
            round.sync(payment);
        });
    }

    @Test
    void staysPaidWhateverBecameOfAnEarlierAttempt() {
        Races.run(round -> {
            PaymentId payment = round.open();
            round.startAgain(round.arena().nodes().get(0), payment);
            round.pay(round.charge(1));
            round.arena().omise().books().settle(round.charge(0), ChargeStatus.FAILED, round.now());
            round.webhook(round.charge(0));
            round.comesBack(round.attempt(0));
            round.webhook(round.charge(1));
            round.sync(payment);
        });
    }

    @Test
    void showsASecondSuccessAsADuplicate() {
        Races.run(round -> {
            PaymentId payment = round.open();
            round.startAgain(round.arena().nodes().get(0), payment);
            round.pay(round.charge(0));
            round.pay(round.charge(1));
            round.webhook(round.charge(0));
            round.comesBack(round.attempt(0));
            round.webhook(round.charge(1));
            round.sync(payment);
        });
    }

    @Test
    void isPaidOrCancelledNeverBoth() {
        Races.run(round -> {
            PaymentId payment = round.open();
            round.shopperPays(round.charge(0));
            round.cancel(payment);
            round.cancel(payment);
            round.comesBack(round.attempt(0));
        });
    }

    @Test
    void isPaidOrExpiredNeverBoth() {
        Races.run(round -> {
            PaymentId payment = round.open();
            round.arena().clock().forward(Round.LIFE);
            round.shopperPays(round.charge(0));
            round.expire(payment);
            round.sweep(round.attempt(0));
            round.comesBack(round.attempt(0));
        });
    }

    @Test
    void takesALatePaymentOfAnOrderThatIsAskedForAgain() {
        Races.run(
                round -> {
                    PaymentId payment = round.open();
                    round.cancelNow(payment);
                    round.pay(round.charge(0));
                    round.webhook(round.charge(0));
                    round.comesBack(round.attempt(0));
                    round.start("second");
                },
                ErrorCode.ORDER_ALREADY_PAID);
    }

    @Test
    void doesNotStayOpenWhenAnAttemptBeginsWhileItIsCancelled() {
        Races.run(
                round -> {
                    PaymentId payment = round.openAndFail();
                    round.cancel(payment);
                    round.add("renewal", node -> round.startAgain(node, payment));
                    round.atTheEnd(round.books()::mustBeClosedOrPaid);
                },
                ErrorCode.PAYMENT_CLOSED);
    }

    @Test
    void endsCancelledOrWithOneAttemptWhenAnotherIsStarted() {
        Races.run(
                round -> {
                    PaymentId payment = round.open();
                    round.cancel(payment);
                    round.add("renewal", node -> round.startAgain(node, payment));
                    round.shopperPays(round.charge(0));
                },
                ErrorCode.PAYMENT_CLOSED,
                ErrorCode.ORDER_ALREADY_PAID,
                ErrorCode.OUTCOME_UNKNOWN);
    }
}
