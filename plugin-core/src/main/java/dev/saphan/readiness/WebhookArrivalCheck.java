/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Gateway;
import dev.saphan.gateway.SentEvent;
import dev.saphan.gateway.SentEvent.Sending;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Deployment;
import dev.saphan.webhook.InboundEvents;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Webhooks make the whole way: of the newest events at Omise, the last one that it sent to this store was answered well
 * and lies in our inbox. Omise cannot be asked to send one; where there is none yet, a person makes a test payment.
 */
@Wired
class WebhookArrivalCheck implements ReadinessCheck {

    private static final int LOOKED_AT = 20;

    /** An event may be on its way. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(1);

    private static final Duration OLD = Duration.ofDays(30);

    private final Gateway gateway;
    private final InboundEvents events;
    private final Deployment deployment;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    WebhookArrivalCheck(
            Gateway gateway, InboundEvents events, Deployment deployment, Transactions transactions, Clock clock) {
        this.gateway = gateway;
        this.events = events;
        this.deployment = deployment;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Where Omise is to send the store's webhooks. */
    static String address(Deployment deployment, Subject subject) {
        return deployment.address("/webhooks/omise/" + subject.store().id()).toString();
    }

    @Override
    public String code() {
        return "webhook-arrival";
    }

    @Override
    public Area area() {
        return Area.WEBHOOKS;
    }

    @Override
    public boolean needsKeys() {
        return true;
    }

    @Override
    public Finding look(Subject subject) {
        Answer<List<SentEvent>> answer = gateway.newestEvents(subject.account(), LOOKED_AT);
        if (!(answer instanceof Answer.Ok<List<SentEvent>> ok)) {
            return NoWord.of(answer);
        }
        Instant settled = clock.instant().minus(UNDER_WAY);
        String ours = address(deployment, subject);
        return ok.value().stream()
                .filter(event -> event.createdAt().isPresent())
                .filter(event -> last(event, ours).isPresent()
                        || event.createdAt().filter(settled::isAfter).isPresent())
                .findFirst()
                .map(event -> judge(subject, event, last(event, ours)))
                .orElse(Finding.unknown("no_event"));
    }

    private Finding judge(Subject subject, SentEvent event, Optional<Sending> sending) {
        Instant at = event.createdAt().orElseThrow();
        if (sending.isEmpty()) {
            return Finding.failed("not_sent", event.event().key(), at);
        }
        if (!sending.get().isTaken()) {
            return Finding.failed(
                    "not_taken",
                    event.event().key(),
                    at,
                    sending.get().status().map(String::valueOf).orElse("-"));
        }
        boolean kept = transactions.call(
                () -> events.has(subject.store().id(), event.event().id()));
        if (!kept) {
            return Finding.failed("not_kept", event.event().key(), at);
        }
        return at.isBefore(clock.instant().minus(OLD))
                ? Finding.warning("old", event.event().key(), at)
                : Finding.passed("arrived", event.event().key(), at);
    }

    private static Optional<Sending> last(SentEvent event, String ours) {
        return event.sendings().stream()
                .filter(sending -> sending.address().equals(ours))
                .reduce((earlier, later) -> later.isTaken() || !earlier.isTaken() ? later : earlier);
    }
}
