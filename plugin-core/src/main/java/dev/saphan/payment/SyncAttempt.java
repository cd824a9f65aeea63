/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.call.CallLog;
import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Charge;
import dev.saphan.gateway.Gateway;
import dev.saphan.payment.RecordReading.Outcome;
import dev.saphan.payment.RecordReading.Reader;
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
    private final RecordReading recordReading;
    private final Gateway gateway;
    private final CallLog callLog;
    private final Stores stores;
    private final Transactions transactions;
    private final Deployment deployment;
    private final Clock clock;

    @Inject
    SyncAttempt(
            Payments payments,
            RecordReading recordReading,
            Gateway gateway,
            CallLog callLog,
            Stores stores,
            Transactions transactions,
            Deployment deployment,
            Clock clock) {
        this.payments = payments;
        this.recordReading = recordReading;
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
    public Optional<KnownAttempt> known(StoreId store, Mode mode, String charge) {
        return payments.findAttemptByCharge(store, mode, charge).map(this::known);
    }

    /** As we know it before Omise is asked. Call it inside a transaction. */
    KnownAttempt known(Attempt attempt) {
        Payment payment = attempt.payment();
        return new KnownAttempt(
                payment.id(),
                payment.version(),
                attempt.id(),
                stores.get(payment.store()).account(payment.mode()),
                attempt.chargeId(),
                attempt.createdAt(),
                clock.instant());
    }

    /**
     * As {@link #sync(AttemptId, String)}, for somebody who has just read what we know.
     *
     * @param heard what else is to be written down when Omise has answered, in the same transaction
     */
    public boolean sync(KnownAttempt known, String actor, Runnable heard) {
        return follow(known, Reader.of(actor).hearing(heard), deployment.readTimeout()) != Told.NOTHING;
    }

    boolean sync(KnownAttempt known, String actor, Duration patience) {
        return follow(known, Reader.of(actor), patience) != Told.NOTHING;
    }

    /** Takes over a charge that names one of our attempts; for a charge id that we do not know yet. */
    public boolean adopt(OmiseAccount account, String chargeId, String actor) {
        Answer<Charge> answer = gateway.charge(account, chargeId);
        if (!(answer instanceof Answer.Ok<Charge> ok)) {
            return answer instanceof Answer.NotFound;
        }
        ok.value()
                .attempt()
                .map(AttemptId::new)
                .flatMap(this::find)
                .filter(known -> known.account().equals(account))
                .ifPresent(known -> recordReading.charge(known.afterReading(), ok.value(), Reader.of(actor)));
        return true;
    }

    private Optional<KnownAttempt> find(AttemptId id) {
        return transactions.call(() -> payments.findAttempt(id).map(this::known));
    }

    private Told follow(AttemptId id, String actor, Duration patience) {
        return find(id).map(known -> follow(known, Reader.of(actor), patience)).orElse(Told.ALL);
    }

    private Told follow(KnownAttempt first, Reader reader, Duration patience) {
        Outcome outcome = ask(first, reader, patience);
        for (int reads = 1; reads < MOST_READS && !outcome.isCurrent(); reads++) {
            outcome = ask(find(first.attempt()).orElse(first), reader, patience);
        }
        if (!outcome.isCurrent()) {
            transactions.run(reader.heard());
        }
        return outcome.told();
    }

    private Outcome ask(KnownAttempt known, Reader reader, Duration patience) {
        try (CallLog.Held call = callLog.hold()) {
            Reader noting = reader.noting(call::keep);
            return known.chargeId().isPresent()
                    ? read(known, known.chargeId().get(), noting, patience)
                    : search(known, noting);
        }
    }

    private Outcome read(KnownAttempt known, String chargeId, Reader reader, Duration patience) {
        Answer<Charge> answer = gateway.charge(known.account(), chargeId, patience);
        return answer instanceof Answer.Ok<Charge> ok
                ? recordReading.charge(known, ok.value(), reader)
                : Outcome.NO_ANSWER;
    }

    private Outcome search(KnownAttempt known, Reader reader) {
        Answer<List<Charge>> answer = gateway.findCharges(
                known.account(), known.attempt().value(), known.createdAt().minus(CLOCK_DIFFERENCE));
        if (!(answer instanceof Answer.Ok<List<Charge>> ok)) {
            return Outcome.NO_ANSWER;
        }
        if (!ok.value().isEmpty()) {
            return recordReading.charges(known, ok.value(), reader);
        }
        return known.createdAt().plus(LONGEST_APPEARANCE).isAfter(clock.instant())
                ? Outcome.NO_ANSWER
                : recordReading.none(known, reader);
    }
}
