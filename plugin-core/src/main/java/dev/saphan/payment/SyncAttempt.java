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

    /** Whether Omise answered. */
    public boolean sync(AttemptId id, String actor) {
        return sync(id, actor, deployment.readTimeout());
    }

    /** As {@link #sync(AttemptId, String)}, giving up early: for a person who waits. */
    public boolean sync(AttemptId id, String actor, Duration patience) {
        for (int reads = 0; reads < MOST_READS; reads++) {
            Optional<Known> known =
                    transactions.call(() -> payments.findAttempt(id).map(this::known));
            if (known.isEmpty()) {
                return true;
            }
            Outcome outcome = known.get().chargeId().isPresent()
                    ? read(known.get(), known.get().chargeId().get(), actor, patience)
                    : search(known.get(), actor);
            if (outcome != Outcome.OVERTAKEN) {
                return outcome == Outcome.ANSWERED;
            }
        }
        return true;
    }

    /** Takes over a charge that names one of our attempts; for a charge id that we do not know yet. */
    public boolean adopt(OmiseAccount account, String chargeId, String actor) {
        Answer<Charge> answer = gateway.charge(account, chargeId);
        if (!(answer instanceof Answer.Ok<Charge> ok)) {
            return answer instanceof Answer.Denied;
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
        Answer<Optional<Charge>> answer = gateway.findCharge(
                known.account(), known.attempt().value(), known.createdAt().minus(CLOCK_DIFFERENCE));
        if (!(answer instanceof Answer.Ok<Optional<Charge>> ok)) {
            return Outcome.NO_ANSWER;
        }
        if (ok.value().isPresent()) {
            return record(known, ok.value().get(), actor);
        }
        if (known.createdAt().plus(LONGEST_APPEARANCE).isAfter(clock.instant())) {
            return Outcome.NO_ANSWER;
        }
        transactions.run(() -> writeOff(known));
        return Outcome.ANSWERED;
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
            attempt.readAt(known.asked());
            recordCharge.record(payment, attempt, charge, actor, isCurrent);
            return isCurrent ? Outcome.ANSWERED : Outcome.OVERTAKEN;
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

    /** {@code OVERTAKEN}: taken over, but more was learnt while Omise was asked; to be read once more. */
    private enum Outcome {
        ANSWERED,
        NO_ANSWER,
        OVERTAKEN
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
