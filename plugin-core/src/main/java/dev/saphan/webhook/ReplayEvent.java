/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.webhook;

import dev.saphan.job.Jobs;
import dev.saphan.persistence.Transactions;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * A person wants an event followed again. Following it reads the charge and takes over what Omise says by now, so it may
 * be done any number of times.
 */
@Wired
public class ReplayEvent {

    private final InboundEvents events;
    private final Jobs jobs;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    ReplayEvent(InboundEvents events, Jobs jobs, Transactions transactions, Clock clock) {
        this.events = events;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** When it is followed next; empty if that is not planned. Call it inside a transaction. */
    public Optional<Instant> due(String id) {
        return jobs.due(ProcessEvent.NAME, id);
    }

    /** Whether there is such an event; it is followed in a moment. */
    public boolean replay(String id) {
        return transactions.call(() -> {
            if (events.find(id).isEmpty()) {
                return false;
            }
            events.lock(id).processAgain();
            jobs.hurry(ProcessEvent.NAME, id, clock.instant());
            return true;
        });
    }
}
