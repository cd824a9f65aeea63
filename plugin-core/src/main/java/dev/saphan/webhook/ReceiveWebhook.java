/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.webhook;

import dev.saphan.gateway.Webhooks;
import dev.saphan.gateway.Webhooks.GatewayEvent;
import dev.saphan.gateway.Webhooks.Verdict;
import dev.saphan.job.Jobs;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Mode;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.settings.Store;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a webhook in: verifies where it comes from, stores it once per event id together with the job that processes
 * it, and only then lets it be acknowledged. What is in it is a hint and is not looked at here.
 */
@Wired
public class ReceiveWebhook {

    private final Webhooks webhooks;
    private final InboundEvents events;
    private final Jobs jobs;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    ReceiveWebhook(Webhooks webhooks, InboundEvents events, Jobs jobs, Transactions transactions, Clock clock) {
        this.webhooks = webhooks;
        this.events = events;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What the sender is told. */
    public enum Receipt {
        /** Stored now or before. */
        STORED,
        /** Not from Omise, as far as can be told. */
        FORGED,
        /** Not an event. */
        MALFORMED
    }

    public Receipt receive(Store store, @Nullable String signature, @Nullable String timestamp, byte[] body) {
        Optional<GatewayEvent> event = webhooks.read(body);
        if (event.isEmpty()) {
            return Receipt.MALFORMED;
        }
        Optional<OmiseAccount> account =
                Optional.ofNullable(store.accounts().get(Mode.of(event.get().livemode())));
        Verdict verdict = account.map(known -> webhooks.verify(known, signature, timestamp, body))
                .orElse(Verdict.FORGED);
        if (verdict == Verdict.FORGED || (verdict == Verdict.UNSIGNED && store.webhookSignatureRequired())) {
            return Receipt.FORGED;
        }
        transactions.callAgainOnConflict(() -> store(store, event.get(), verdict, body));
        return Receipt.STORED;
    }

    private boolean store(Store store, GatewayEvent event, Verdict verdict, byte[] body) {
        if (events.has(store.id(), event.id())) {
            return false;
        }
        Instant now = clock.instant();
        InboundEvent stored =
                new InboundEvent(store.id(), event, verdict, new String(body, StandardCharsets.UTF_8), now);
        events.add(stored);
        jobs.schedule(ProcessEvent.NAME, stored.id(), now);
        return true;
    }
}
