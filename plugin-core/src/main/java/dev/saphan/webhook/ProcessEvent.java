/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.webhook;

import dev.saphan.job.Job;
import dev.saphan.job.Lane;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.KnownAttempt;
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
        Optional<Waiting> waiting = transactions.call(
                () -> events.find(id).filter(event -> !event.isProcessed()).map(this::waiting));
        if (waiting.isEmpty() || follow(waiting.get())) {
            return Next.DONE;
        }
        return Next.at(clock.instant().plus(pause(waiting.get().event())));
    }

    private Waiting waiting(InboundEvent event) {
        return new Waiting(
                event, event.chargeId().flatMap(charge -> syncAttempt.known(event.store(), event.mode(), charge)));
    }

    /** The longer it waits already, the longer it waits; but not for another event about the same charge. */
    private Duration pause(InboundEvent event) {
        if (event.chargeId().filter(beingRead::contains).isPresent()) {
            return TURN;
        }
        Duration age = Duration.between(event.receivedAt(), clock.instant());
        return age.compareTo(SOON) < 0 ? SOON : age.compareTo(LATER) > 0 ? LATER : age;
    }

    /** Whether something came of it; not while Omise does not answer, or is not to be asked yet. */
    private boolean follow(Waiting waiting) {
        InboundEvent event = waiting.event();
        if (event.chargeId().isEmpty()) {
            return done(event, "not about a charge");
        }
        if (waiting.about().isPresent()) {
            KnownAttempt known = waiting.about().get();
            return event.isGenuine() ? read(known, event) : readSparingly(known, event);
        }
        return event.isGenuine() ? adopt(event, event.chargeId().get()) : done(event, "not about a charge of ours");
    }

    private boolean done(InboundEvent event, String how) {
        transactions.run(() -> events.processed(event.id(), how, clock.instant()));
        return true;
    }

    private boolean read(KnownAttempt known, InboundEvent event) {
        return syncAttempt.sync(known, "webhook", () -> events.processed(event.id(), "charge read", clock.instant()));
    }

    /** Of any number of unsigned events about a charge, one in {@link #SOON} costs a call of this node. */
    private boolean readSparingly(KnownAttempt known, InboundEvent event) {
        String charge = event.chargeId().orElseThrow();
        if (!beingRead.add(charge)) {
            return false;
        }
        try {
            return readUnlessJustRead(known, event);
        } finally {
            beingRead.remove(charge);
        }
    }

    private boolean readUnlessJustRead(KnownAttempt known, InboundEvent event) {
        Optional<Instant> readAt =
                transactions.call(() -> payments.findAttempt(known.attempt()).flatMap(Attempt::chargeReadAt));
        if (readAt.filter(event.receivedAt().plus(CLOCK_DIFFERENCE)::isBefore).isPresent()) {
            return done(event, "charge read since");
        }
        boolean justRead = readAt.filter(clock.instant().minus(SOON)::isBefore).isPresent();
        return !justRead && read(known, event);
    }

    private boolean adopt(InboundEvent event, String charge) {
        return syncAttempt.adopt(stores.get(event.store()).account(event.mode()), charge, "webhook")
                && done(event, "charge looked up");
    }

    /** @param about the attempt that has its charge, if one of ours has */
    private record Waiting(InboundEvent event, Optional<KnownAttempt> about) {}
}
