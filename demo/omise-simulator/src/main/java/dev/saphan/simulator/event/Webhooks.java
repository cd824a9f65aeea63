/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.event;

import com.google.gson.JsonObject;
import dev.saphan.simulator.account.Accounts;
import dev.saphan.simulator.fault.Fault;
import dev.saphan.simulator.fault.FaultKind;
import dev.saphan.simulator.fault.Faults;
import dev.saphan.simulator.ledger.Ids;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Delivers events in the background: those of one charge one after the other, each once. Omise promises no retry, so
 * there is none; a person can send an event again.
 */
public final class Webhooks {

    private final Accounts accounts;
    private final Events events;
    private final Faults faults;
    private final Postman postman;
    private final Queues queues = new Queues();
    private final HoldBack holdBack = new HoldBack();
    private final Set<CompletableFuture<Void>> delayed = ConcurrentHashMap.newKeySet();

    public Webhooks(Accounts accounts, Events events, Faults faults, Clock clock) {
        this.accounts = accounts;
        this.events = events;
        this.faults = faults;
        this.postman = new Postman(clock);
    }

    public void send(Event event) {
        event.deliveries().stream().filter(Delivery::isOpen).forEach(delivery -> send(event, delivery));
    }

    /** What was owed when the simulator died. */
    public void sendOwed() {
        events.all().forEach(this::send);
    }

    public void sendAgain(Event event) {
        for (URI uri : event.endpoints()) {
            transmit(event, open(event, uri, "sent again"));
        }
    }

    /** Completes when everything that is under way now, delayed or not, has been answered or has failed. */
    public CompletableFuture<Void> settled() {
        return CompletableFuture.allOf(delayed.toArray(CompletableFuture<?>[]::new))
                .thenCompose(done -> queues.settled());
    }

    private void send(Event event, Delivery delivery) {
        Map<FaultKind, Fault> struck = faults.strikeWebhook(event.key());
        if (struck.containsKey(FaultKind.FORGE_WEBHOOK)) {
            forge(event, delivery.uri());
        }
        if (struck.containsKey(FaultKind.DUPLICATE_WEBHOOK)) {
            transmit(event, open(event, delivery.uri(), "duplicate"));
        }
        Fault delay = struck.get(FaultKind.DELAY_WEBHOOK);
        Fault reorder = struck.get(FaultKind.REORDER_WEBHOOKS);
        if (struck.containsKey(FaultKind.DROP_WEBHOOK)) {
            events.save(event.id(), delivery.noted("dropped").failed("dropped by a fault"));
        } else if (reorder != null) {
            Delivery held = note(event, delivery, "held back");
            Duration atMost = reorder.delay().isZero() ? Duration.ofSeconds(5) : reorder.delay();
            Runnable release = holdBack.hold(() -> transmit(event, held));
            CompletableFuture.delayedExecutor(atMost.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(release);
        } else if (delay != null) {
            Delivery late = note(event, delivery, "delayed");
            later(delay.delay(), () -> transmit(event, late));
        } else {
            transmit(event, delivery);
        }
    }

    private void transmit(Event event, Delivery delivery) {
        queues.add(
                event.charge(),
                () -> postman.send(accounts.get(event.account()), event, delivery)
                        .thenAccept(done -> events.save(event.id(), done))
                        .thenRun(holdBack::release));
    }

    private Delivery open(Event event, URI uri, String note) {
        return note(event, events.open(event, uri), note);
    }

    private Delivery note(Event event, Delivery delivery, String note) {
        Delivery noted = delivery.noted(note);
        events.save(event.id(), noted);
        return noted;
    }

    private void later(Duration delay, Runnable work) {
        CompletableFuture<Void> started = CompletableFuture.runAsync(
                work, CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS));
        delayed.removeIf(CompletableFuture::isDone);
        delayed.add(started);
    }

    /** Claims that the charge is paid, under an event id that does not exist, signed by nobody. */
    private void forge(Event event, URI uri) {
        JsonObject lie = EventJson.parse(event);
        lie.addProperty("id", Ids.next("evnt", event.livemode()));
        lie.addProperty("key", "charge.complete");
        lie.getAsJsonObject("data").addProperty("status", "successful");
        lie.getAsJsonObject("data").addProperty("paid", true);
        String payload = lie.toString();
        Delivery forged =
                new Delivery(Ids.next("whdl", event.livemode()), uri, event.createdAt(), payload, null, null, "forged");
        String wrongSecret = Base64.getEncoder().encodeToString(new byte[32]);
        queues.add(
                event.charge(),
                () -> postman.send(List.of(wrongSecret), payload, forged)
                        .thenAccept(done -> events.save(event.id(), done)));
    }
}
