/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.race;

import dev.saphan.payment.PaymentId;
import org.junit.jupiter.api.Test;

/** Two nodes that deliver to one storefront. */
class OrderCommandRaceTest {

    @Test
    void haveTheirEffectOnceAndInOrder() {
        Races.run(round -> {
            PaymentId payment = round.paid();
            round.refundNow(payment);
            round.arena().storefront().beBusy(round.schedule().random().nextInt(3));
            round.deliver(4);
            round.deliver(4);
            round.deliver(4);
            round.atTheEnd(round.books()::mustHaveHeardEverything);
        });
    }

    @Test
    void keepTheirFirstFinalAnswer() {
        Races.run(round -> {
            round.paid();
            round.arena().storefront().objectOnce();
            round.deliver(2);
            round.deliver(2);
            round.atTheEnd(round.books()::mustShowOneConflict);
        });
    }

    @Test
    void areDeliveredWhileMoreHappens() {
        Races.run(round -> {
            PaymentId payment = round.openAndPay();
            round.webhook(round.charge(0));
            round.sync(payment);
            round.deliver(5);
            round.deliver(5);
        });
    }
}
