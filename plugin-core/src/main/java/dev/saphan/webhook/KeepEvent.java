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
    boolean keep(StoreId store, GatewayEvent event, Verdict verdict, String body) {
        return keep(store, event, verdict, body, false);
    }

    /** As {@link #keep}, for one from the gateway's own list. */
    boolean keepFetched(StoreId store, GatewayEvent event, String body) {
        return keep(store, event, Verdict.GENUINE, body, true);
    }

    private boolean keep(StoreId store, GatewayEvent event, Verdict verdict, String body, boolean fetched) {
        return transactions.callAgainOnConflict(() -> {
            if (events.has(store, event.id())) {
                return false;
            }
            Instant now = clock.instant();
            InboundEvent stored = new InboundEvent(store, event, verdict, body, now);
            if (fetched) {
                stored.fetched();
            }
            events.add(stored);
            jobs.schedule(ProcessEvent.NAME, stored.id(), now);
            return true;
        });
    }
}
