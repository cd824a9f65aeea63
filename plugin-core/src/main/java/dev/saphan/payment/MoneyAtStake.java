/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.Dispute;
import dev.saphan.history.History;
import dev.saphan.money.Money;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Money that arrived and may not stay: Omise takes the success back, or the shopper disputes the charge. The order stays
 * paid, as nobody but a person can say what becomes of its goods; what is raised names the money, and is settled by
 * itself when Omise says that the money is safe. Call it inside a transaction with the payment locked.
 */
@Wired
class MoneyAtStake {

    private static final String OMISE = "omise";

    private final RaiseAttention attention;
    private final History history;

    @Inject
    MoneyAtStake(RaiseAttention attention, History history) {
        this.attention = attention;
        this.history = history;
    }

    /** The success of that attempt is none any more. What it did not pay for nobody misses. */
    void takenBack(Payment payment, Attempt attempt) {
        if (payment.isPaidBy(attempt)) {
            payment.takenBack(attempt.settledAt().orElseThrow());
            attention.raise(
                    payment,
                    Attention.PAYMENT_REVERSED,
                    atStake(payment.amount().minus(payment.refunded()), attempt));
        }
    }

    /** The success that paid the order is one again. */
    void cameBack(Payment payment) {
        payment.cameBack();
        attention.settle(payment, Attention.PAYMENT_REVERSED, OMISE);
    }

    /** @param isCurrent whether what Omise says was not overtaken on its way */
    void followDispute(Payment payment, Attempt attempt, Charge charge, boolean isCurrent) {
        Optional<Dispute.Status> before = attempt.disputeStatus();
        if (attempt.followDispute(charge, isCurrent) && !attempt.disputeStatus().equals(before)) {
            attempt.disputeStatus()
                    .ifPresentOrElse(now -> raise(payment, attempt, now), () -> withdrawn(payment, attempt.chargeId()));
        }
    }

    private void raise(Payment payment, Attempt attempt, Dispute.Status status) {
        Attention kind = switch (status) {
            case OPEN -> Attention.DISPUTE_OPENED;
            case WON -> Attention.DISPUTE_WON;
            case LOST -> Attention.DISPUTE_LOST;
        };
        if (status != Dispute.Status.OPEN) {
            attention.settle(payment, Attention.DISPUTE_OPENED, OMISE);
        }
        attention.raise(payment, kind, atStake(attempt.disputed(), attempt));
    }

    private void withdrawn(Payment payment, Optional<String> charge) {
        history.write(payment.id().value(), OMISE, "dispute.withdrawn", charge.orElse(""));
        attention.settle(payment, Attention.DISPUTE_OPENED, OMISE);
    }

    private static String atStake(Money money, Attempt attempt) {
        return money + " at stake, charge " + attempt.chargeId().orElse("");
    }
}
