/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.gateway.Charge;
import dev.saphan.payment.SyncAttempt.Told;
import dev.saphan.persistence.Transactions;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/**
 * Writes down what was read at Omise about an attempt, in one transaction with whatever else hangs on that reading, and
 * says whether it can be the last: not if something was learnt about the payment while Omise was asked.
 */
@Wired
class RecordReading {

    private final Payments payments;
    private final RecordCharge recordCharge;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    RecordReading(Payments payments, RecordCharge recordCharge, Transactions transactions, Clock clock) {
        this.payments = payments;
        this.recordCharge = recordCharge;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * For whom it was read.
     *
     * @param actor through whom Omise's word came, for the story
     * @param noted what is written down with each answer
     * @param heard what is written down with an answer that is the last
     */
    record Reader(String actor, Runnable noted, Runnable heard) {

        static Reader of(String actor) {
            return new Reader(actor, () -> {}, () -> {});
        }

        Reader noting(Runnable what) {
            return new Reader(actor, what, heard);
        }

        Reader hearing(Runnable what) {
            return new Reader(actor, noted, what);
        }
    }

    /** @param isCurrent whether nothing more was learnt while Omise was asked; else it is to be read once more */
    record Outcome(Told told, boolean isCurrent) {

        static final Outcome NO_ANSWER = new Outcome(Told.NOTHING, true);
    }

    Outcome charge(KnownAttempt known, Charge charge, Reader reader) {
        return transactions.callAgainOnConflict(() -> {
            Payment payment = payments.lock(known.payment());
            boolean isCurrent = payment.version() == known.version();
            Attempt attempt = payments.findAttempt(known.attempt()).orElseThrow();
            if (attempt.hasNoOther(charge.id())) {
                attempt.readAt(known.asked());
            }
            recordCharge.record(payment, attempt, charge, reader.actor(), isCurrent);
            reader.noted().run();
            if (isCurrent) {
                reader.heard().run();
            }
            return new Outcome(charge.tellsAllRefunds() ? Told.ALL : Told.STATUS, isCurrent);
        });
    }

    /** The oldest is the attempt's own; {@link RecordCharge} makes others charges of their own. */
    Outcome charges(KnownAttempt known, List<Charge> charges, Reader reader) {
        Outcome outcome = charge(known, charges.get(0), reader);
        charges.stream().skip(1).forEach(charge -> charge(known.afterReading(), charge, Reader.of(reader.actor())));
        return outcome;
    }

    /** There is no charge, and there will be none. */
    Outcome none(KnownAttempt known, Reader reader) {
        transactions.run(() -> {
            writeOff(known);
            reader.noted().run();
            reader.heard().run();
        });
        return new Outcome(Told.ALL, true);
    }

    private void writeOff(KnownAttempt known) {
        Payment payment = payments.lock(known.payment());
        Attempt attempt = payments.findAttempt(known.attempt()).orElseThrow();
        if (attempt.status().isUnanswered() && attempt.chargeId().isEmpty()) {
            attempt.neverArrived(clock.instant());
            recordCharge.settle(payment, attempt);
        }
    }
}
