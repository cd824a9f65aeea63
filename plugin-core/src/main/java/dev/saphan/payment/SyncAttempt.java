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
        Optional<Known> known = transactions.call(() -> payments.findAttempt(id).map(this::known));
        if (known.isEmpty()) {
            return true;
        }
        return known.get().chargeId().isPresent()
                ? read(known.get(), known.get().chargeId().get(), actor, patience)
                : search(known.get(), actor);
    }

    /** Takes over a charge that names one of our attempts; for a charge id that we do not know yet. */
    public boolean adopt(OmiseAccount account, String chargeId, String actor) {
        Instant asked = clock.instant();
        Answer<Charge> answer = gateway.charge(account, chargeId);
        if (!(answer instanceof Answer.Ok<Charge> ok)) {
            return answer instanceof Answer.Denied;
        }
        ok.value()
                .attempt()
                .flatMap(attempt -> transactions.call(
                        () -> payments.findAttempt(new AttemptId(attempt)).map(this::known)))
                .filter(known -> known.account().equals(account))
                .ifPresent(known -> record(known, ok.value(), actor, asked));
        return true;
    }

    private boolean read(Known known, String chargeId, String actor, Duration patience) {
        Instant asked = clock.instant();
        Answer<Charge> answer = gateway.charge(known.account(), chargeId, patience);
        if (answer instanceof Answer.Ok<Charge> ok) {
            record(known, ok.value(), actor, asked);
            return true;
        }
        return false;
    }

    private boolean search(Known known, String actor) {
        Instant asked = clock.instant();
        Answer<Optional<Charge>> answer = gateway.findCharge(
                known.account(), known.attempt().value(), known.createdAt().minus(CLOCK_DIFFERENCE));
        if (!(answer instanceof Answer.Ok<Optional<Charge>> ok)) {
            return false;
        }
        if (ok.value().isPresent()) {
            record(known, ok.value().get(), actor, asked);
            return true;
        }
        if (known.createdAt().plus(LONGEST_APPEARANCE).isAfter(clock.instant())) {
            return false;
        }
        transactions.run(() -> writeOff(known));
        return true;
    }

    private void writeOff(Known known) {
        Payment payment = payments.lock(known.payment());
        Attempt attempt = payments.findAttempt(known.attempt()).orElseThrow();
        if (attempt.status().isUnanswered() && attempt.chargeId().isEmpty()) {
            attempt.neverArrived(clock.instant());
            recordCharge.settle(payment, attempt);
        }
    }

    private void record(Known known, Charge charge, String actor, Instant asked) {
        transactions.run(() -> {
            Payment payment = payments.lock(known.payment());
            Attempt attempt = payments.findAttempt(known.attempt()).orElseThrow();
            attempt.readAt(asked);
            recordCharge.record(payment, attempt, charge, actor);
        });
    }

    private Known known(Attempt attempt) {
        Payment payment = attempt.payment();
        return new Known(
                payment.id(),
                attempt.id(),
                stores.get(payment.store()).account(payment.mode()),
                attempt.chargeId(),
                attempt.createdAt());
    }

    private record Known(
            PaymentId payment, AttemptId attempt, OmiseAccount account, Optional<String> chargeId, Instant createdAt) {}
}
