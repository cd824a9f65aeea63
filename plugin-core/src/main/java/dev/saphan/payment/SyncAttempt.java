/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.call.CallLog;
import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Charge;
import dev.saphan.gateway.Gateway;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.Mode;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.settings.StoreId;
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
    private final CallLog callLog;
    private final Stores stores;
    private final Transactions transactions;
    private final Deployment deployment;
    private final Clock clock;

    @Inject
    SyncAttempt(
            Payments payments,
            RecordCharge recordCharge,
            Gateway gateway,
            CallLog callLog,
            Stores stores,
            Transactions transactions,
            Deployment deployment,
            Clock clock) {
        this.payments = payments;
        this.recordCharge = recordCharge;
        this.gateway = gateway;
        this.callLog = callLog;
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

    /** The attempt that has this charge, as we know it before Omise is asked. Call it inside a transaction. */
    public Optional<Known> known(StoreId store, Mode mode, String charge) {
        return payments.findAttemptByCharge(store, mode, charge).map(this::known);
    }

    /**
     * As {@link #sync(AttemptId, String)}, for somebody who has just read what we know.
     *
     * @param heard what else is to be written down when Omise has answered, in the same transaction
     */
    public boolean sync(Known known, String actor, Runnable heard) {
        return follow(known, Asker.of(actor, deployment.readTimeout()).hearing(heard)) != Told.NOTHING;
    }

    boolean sync(Known known, String actor, Duration patience) {
        return follow(known, Asker.of(actor, patience)) != Told.NOTHING;
    }

    private Told follow(AttemptId id, String actor, Duration patience) {
        return known(id).map(known -> follow(known, Asker.of(actor, patience))).orElse(Told.ALL);
    }

    private Told follow(Known first, Asker asker) {
        Outcome outcome = ask(first, asker);
        for (int reads = 1; reads < MOST_READS && !outcome.isCurrent(); reads++) {
            outcome = ask(known(first.attempt()).orElse(first), asker);
        }
        if (!outcome.isCurrent()) {
            transactions.run(asker.heard());
        }
        return outcome.told();
    }

    private Outcome ask(Known known, Asker asker) {
        try (CallLog.Held call = callLog.hold()) {
            Asker keeping = asker.noting(call::keep);
            return known.chargeId().isPresent() ? read(known, known.chargeId().get(), keeping) : search(known, keeping);
        }
    }

    private Optional<Known> known(AttemptId id) {
        return transactions.call(() -> payments.findAttempt(id).map(this::known));
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
                .ifPresent(known -> record(known.afterReading(), ok.value(), Asker.of(actor, Duration.ZERO)));
        return true;
    }

    private Outcome read(Known known, String chargeId, Asker asker) {
        Answer<Charge> answer = gateway.charge(known.account(), chargeId, asker.patience());
        if (answer instanceof Answer.Ok<Charge> ok) {
            return record(known, ok.value(), asker);
        }
        return Outcome.NO_ANSWER;
    }

    private Outcome search(Known known, Asker asker) {
        Answer<List<Charge>> answer = gateway.findCharges(
                known.account(), known.attempt().value(), known.createdAt().minus(CLOCK_DIFFERENCE));
        if (!(answer instanceof Answer.Ok<List<Charge>> ok)) {
            return Outcome.NO_ANSWER;
        }
        if (!ok.value().isEmpty()) {
            return recordAll(known, ok.value(), asker);
        }
        if (known.createdAt().plus(LONGEST_APPEARANCE).isAfter(clock.instant())) {
            return Outcome.NO_ANSWER;
        }
        transactions.run(() -> {
            writeOff(known);
            asker.noted().run();
            asker.heard().run();
        });
        return new Outcome(Told.ALL, true);
    }

    /** The oldest is the attempt's own; {@link RecordCharge} makes others charges of their own. */
    private Outcome recordAll(Known known, List<Charge> charges, Asker asker) {
        Outcome outcome = record(known, charges.get(0), asker);
        Asker others = Asker.of(asker.actor(), asker.patience());
        charges.stream().skip(1).forEach(charge -> record(known.afterReading(), charge, others));
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

    private Outcome record(Known known, Charge charge, Asker asker) {
        return transactions.callAgainOnConflict(() -> {
            Payment payment = payments.lock(known.payment());
            boolean isCurrent = payment.version() == known.version();
            Attempt attempt = payments.findAttempt(known.attempt()).orElseThrow();
            if (attempt.hasNoOther(charge.id())) {
                attempt.readAt(known.asked());
            }
            recordCharge.record(payment, attempt, charge, asker.actor(), isCurrent);
            asker.noted().run();
            if (isCurrent) {
                asker.heard().run();
            }
            return new Outcome(charge.tellsAllRefunds() ? Told.ALL : Told.STATUS, isCurrent);
        });
    }

    /** As we know it before Omise is asked. Call it inside a transaction. */
    Known known(Attempt attempt) {
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
     * Who wants to know.
     *
     * @param patience how long an answer is waited for
     * @param noted what is written down with each answer
     * @param heard what is written down with an answer that is the last
     */
    private record Asker(String actor, Duration patience, Runnable noted, Runnable heard) {

        static Asker of(String actor, Duration patience) {
            return new Asker(actor, patience, () -> {}, () -> {});
        }

        Asker noting(Runnable what) {
            return new Asker(actor, patience, what, heard);
        }

        Asker hearing(Runnable what) {
            return new Asker(actor, patience, noted, what);
        }
    }

    /**
     * An attempt as we know it before Omise is asked.
     *
     * @param version of the payment
     * @param asked when Omise is asked
     */
    public record Known(
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
