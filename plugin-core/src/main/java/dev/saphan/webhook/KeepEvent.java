/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.webhook;

import dev.saphan.gateway.Webhooks.GatewayEvent;
import dev.saphan.gateway.Webhooks.Verdict;
import dev.saphan.job.Jobs;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.StoreId;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Stores an event together with the job that processes it, once per store and event id, however it came. */
@Wired
class KeepEvent {

    private final InboundEvents events;
    private final Jobs jobs;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    KeepEvent(InboundEvents events, Jobs jobs, Transactions transactions, Clock clock) {
        this.events = events;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether it is new. It is durable when this returns. */
    boolean keepArrived(StoreId store, GatewayEvent event, Verdict verdict, String body) {
        return keep(store, event, verdict, body, false);
    }

    /** As {@link #keepArrived}, for an event that Omise's list has. */
    boolean keepListed(StoreId store, GatewayEvent event, String body) {
        return keep(store, event, Verdict.GENUINE, body, true);
    }

    private boolean keep(StoreId store, GatewayEvent event, Verdict verdict, String body, boolean listed) {
        KeptBody kept = KeptBody.of(body);
        return transactions.callAgainOnConflict(() -> {
            Optional<InboundEvent> known = events.find(store, event.id());
            if (known.isPresent()) {
                if (!listed && verdict != Verdict.FORGED) {
                    known.get().arrived();
                }
                return false;
            }
            Instant now = clock.instant();
            InboundEvent stored = new InboundEvent(store, event, verdict, kept, listed, now);
            events.add(stored);
            jobs.enter(ProcessEvent.NAME, stored.id(), now);
            return true;
        });
    }
}
