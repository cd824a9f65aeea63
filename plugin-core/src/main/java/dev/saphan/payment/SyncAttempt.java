/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Charge;
import dev.saphan.gateway.Gateway;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.settings.Stores;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads an attempt's charge at Omise and takes over what it says. An attempt whose answer was lost is looked for by the
 * id in the charge's metadata; only when Omise surely has no such charge, and enough time has passed for a slow one to
 * appear, the attempt is written off as never arrived.
 */
@Wired
public class SyncAttempt {

    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

    /** How long after the call a charge may still appear: longer than any answer is waited for. */
    private static final Duration LONGEST_APPEARANCE = Duration.ofMinutes(3);

    private static final int MOST_READS = 3;

    private final Payments payments;
    private final RecordCharge recordCharge;
    private final Gateway gateway;
    private final Stores stores;
    private final Transactions transactions;
    private final Deployment deployment;
    private final Clock clock;

    @Inject
    SyncAttempt(
            Payments payments,
            RecordCharge recordCharge,
            Gateway gateway,
            Stores stores,
            Transactions transactions,
            Deployment deployment,
            Clock clock) {
        this.payments = payments;
        this.recordCharge = recordCharge;
        this.gateway = gateway;
        this.stores = stores;
        this.transactions = transactions;
        this.deployment = deployment;
        this.clock = clock;
    }

    /** How much Omise said. */
    public enum Told {
        NOTHING,
        /** What became of the charge; of its refunds not all that it may have. */
        STATUS,
        ALL
    }

    /** Whether Omise answered. */
    public boolean sync(AttemptId id, String actor) {
        return sync(id, actor, deployment.readTimeout());
    }

    /** As {@link #sync(AttemptId, String)}, giving up early: for a person who waits. */
    public boolean sync(AttemptId id, String actor, Duration patience) {
        return follow(id, actor, patience) != Told.NOTHING;
    }

    /** As {@link #sync(AttemptId, String)}, for somebody who wants to know more. */
    public Told follow(AttemptId id, String actor) {
        return follow(id, actor, deployment.readTimeout());
    }

    private Told follow(AttemptId id, String actor, Duration patience) {
        Told told = Told.ALL;
        boolean isCurrent = false;
        for (int reads = 0; reads < MOST_READS && !isCurrent; reads++) {
            Optional<Known> known =
                    transactions.call(() -> payments.findAttempt(id).map(this::known));
            if (known.isEmpty()) {
                return Told.ALL;
            }
            Outcome outcome = known.get().chargeId().isPresent()
                    ? read(known.get(), known.get().chargeId().get(), actor, patience)
                    : search(known.get(), actor);
            told = outcome.told();
            isCurrent = outcome.isCurrent();
        }
        return told;
    }

    /** Takes over a charge that names one of our attempts; for a charge id that we do not know yet. */
    public boolean adopt(OmiseAccount account, String chargeId, String actor) {
        Answer<Charge> answer = gateway.charge(account, chargeId);
        if (!(answer instanceof Answer.Ok<Charge> ok)) {
            return answer instanceof Answer.NotFound;
        }
        ok.value()
                .attempt()
                .flatMap(attempt -> transactions.call(
                        () -> payments.findAttempt(new AttemptId(attempt)).map(this::known)))
                .filter(known -> known.account().equals(account))
                .ifPresent(known -> record(known.afterReading(), ok.value(), actor));
        return true;
    }

    private Outcome read(Known known, String chargeId, String actor, Duration patience) {
        Answer<Charge> answer = gateway.charge(known.account(), chargeId, patience);
        if (answer instanceof Answer.Ok<Charge> ok) {
            return record(known, ok.value(), actor);
        }
        return Outcome.NO_ANSWER;
    }

    private Outcome search(Known known, String actor) {
        Answer<List<Charge>> answer = gateway.findCharges(
                known.account(), known.attempt().value(), known.createdAt().minus(CLOCK_DIFFERENCE));
        if (!(answer instanceof Answer.Ok<List<Charge>> ok)) {
            return Outcome.NO_ANSWER;
        }
        if (!ok.value().isEmpty()) {
            return recordAll(known, ok.value(), actor);
        }
        if (known.createdAt().plus(LONGEST_APPEARANCE).isAfter(clock.instant())) {
            return Outcome.NO_ANSWER;
        }
        transactions.run(() -> writeOff(known));
        return new Outcome(Told.ALL, true);
    }

    /** The oldest is the attempt's own; {@link RecordCharge} makes others charges of their own. */
    private Outcome recordAll(Known known, List<Charge> charges, String actor) {
        Outcome outcome = record(known, charges.get(0), actor);
        charges.stream().skip(1).forEach(charge -> record(known.afterReading(), charge, actor));
        return outcome;
    }

    private void writeOff(Known known) {
        Payment payment = payments.lock(known.payment());
        Attempt attempt = payments.findAttempt(known.attempt()).orElseThrow();
        if (attempt.status().isUnanswered() && attempt.chargeId().isEmpty()) {
            attempt.neverArrived(clock.instant());
            recordCharge.settle(payment, attempt);
        }
    }

    private Outcome record(Known known, Charge charge, String actor) {
        return transactions.callAgainOnConflict(() -> {
            Payment payment = payments.lock(known.payment());
            boolean isCurrent = payment.version() == known.version();
            Attempt attempt = payments.findAttempt(known.attempt()).orElseThrow();
            if (attempt.hasNoOther(charge.id())) {
                attempt.readAt(known.asked());
            }
            recordCharge.record(payment, attempt, charge, actor, isCurrent);
            return new Outcome(charge.tellsAllRefunds() ? Told.ALL : Told.STATUS, isCurrent);
        });
    }

    private Known known(Attempt attempt) {
        Payment payment = attempt.payment();
        return new Known(
                payment.id(),
                payment.version(),
                attempt.id(),
                stores.get(payment.store()).account(payment.mode()),
                attempt.chargeId(),
                attempt.createdAt(),
                clock.instant());
    }

    /** @param isCurrent whether nothing more was learnt while Omise was asked; else it is to be read once more */
    private record Outcome(Told told, boolean isCurrent) {

        static final Outcome NO_ANSWER = new Outcome(Told.NOTHING, true);
    }

    /**
     * @param version of the payment, before Omise is asked
     * @param asked when Omise is asked
     */
    private record Known(
            PaymentId payment,
            long version,
            AttemptId attempt,
            OmiseAccount account,
            Optional<String> chargeId,
            Instant createdAt,
            Instant asked) {

        /** Nobody can say whether the payment stood like this before Omise was asked. */
        Known afterReading() {
            return new Known(payment, -1, attempt, account, chargeId, createdAt, asked);
        }
    }
}
