/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.webhook;

import dev.saphan.job.Job;
import dev.saphan.job.Lane;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.AttemptId;
import dev.saphan.payment.Payments;
import dev.saphan.payment.SyncAttempt;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Stores;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Follows a webhook's hint: re-reads the charge it points at, and lets that decide. An event about nothing of ours is
 * answered and left alone. A charge that we do not know is read only when the webhook was surely Omise's, so that a
 * flood of unsigned ones costs no calls.
 */
@Wired
class ProcessEvent implements Job {

    static final String NAME = "process-event";

    static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration TURN = Duration.ofMillis(250);
    private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofMinutes(15);

    private final InboundEvents events;
    private final Payments payments;
    private final SyncAttempt syncAttempt;
    private final Stores stores;
    private final Transactions transactions;
    private final Clock clock;
    private final Set<String> beingRead = ConcurrentHashMap.newKeySet();

    @Inject
    ProcessEvent(
            InboundEvents events,
            Payments payments,
            SyncAttempt syncAttempt,
            Stores stores,
            Transactions transactions,
            Clock clock) {
        this.events = events;
        this.payments = payments;
        this.syncAttempt = syncAttempt;
        this.stores = stores;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Lane lane() {
        return Lane.INBOUND;
    }

    @Override
    public Next run(String id) {
        Optional<InboundEvent> waiting = transactions.call(() -> events.find(id).filter(event -> !event.isProcessed()));
        if (waiting.isEmpty()) {
            return Next.DONE;
        }
        Optional<String> result = follow(waiting.get());
        result.ifPresent(how ->
                transactions.run(() -> events.find(id).ifPresent(event -> event.processed(how, clock.instant()))));
        return result.isPresent() ? Next.DONE : Next.at(clock.instant().plus(pause(waiting.get())));
    }

    /** The longer it waits already, the longer it waits; but not for another event about the same charge. */
    private Duration pause(InboundEvent event) {
        if (event.chargeId().filter(beingRead::contains).isPresent()) {
            return TURN;
        }
        Duration age = Duration.between(event.receivedAt(), clock.instant());
        return age.compareTo(SOON) < 0 ? SOON : age.compareTo(LATER) > 0 ? LATER : age;
    }

    /** What came of it; empty while Omise does not answer, or is not to be asked yet. */
    private Optional<String> follow(InboundEvent event) {
        if (event.chargeId().isEmpty()) {
            return Optional.of("not about a charge");
        }
        String charge = event.chargeId().get();
        Optional<AttemptId> attempt =
                transactions.call(() -> payments.findAttemptByCharge(event.store(), event.mode(), charge)
                        .map(Attempt::id));
        if (attempt.isPresent()) {
            return event.isGenuine() ? read(attempt.get()) : readSparingly(attempt.get(), event);
        }
        if (!event.isGenuine()) {
            return Optional.of("not about a charge of ours");
        }
        return adopt(event, charge);
    }

    private Optional<String> read(AttemptId attempt) {
        return syncAttempt.sync(attempt, "webhook") ? Optional.of("charge read") : Optional.empty();
    }

    /** Of any number of unsigned events about a charge, one in {@link #SOON} costs a call of this node. */
    private Optional<String> readSparingly(AttemptId attempt, InboundEvent event) {
        String charge = event.chargeId().orElseThrow();
        if (!beingRead.add(charge)) {
            return Optional.empty();
        }
        try {
            return readUnlessJustRead(attempt, event);
        } finally {
            beingRead.remove(charge);
        }
    }

    private Optional<String> readUnlessJustRead(AttemptId attempt, InboundEvent event) {
        Optional<Instant> readAt =
                transactions.call(() -> payments.findAttempt(attempt).flatMap(Attempt::chargeReadAt));
        if (readAt.filter(event.receivedAt().plus(CLOCK_DIFFERENCE)::isBefore).isPresent()) {
            return Optional.of("charge read since");
        }
        boolean justRead = readAt.filter(clock.instant().minus(SOON)::isBefore).isPresent();
        return justRead ? Optional.empty() : read(attempt);
    }

    private Optional<String> adopt(InboundEvent event, String charge) {
        return syncAttempt.adopt(stores.get(event.store()).account(event.mode()), charge, "webhook")
                ? Optional.of("charge looked up")
                : Optional.empty();
    }
}
