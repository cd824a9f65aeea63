/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.event;

import com.google.gson.JsonObject;
import dev.saphan.simulator.account.Account;
import dev.saphan.simulator.ledger.Ids;
import dev.saphan.simulator.ledger.Ledger;
import dev.saphan.simulator.ledger.Shelf;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every event, with what became of its webhooks. */
public final class Events {

    private final Ledger ledger;
    private final Clock clock;
    private final Shelf<Event> shelf;

    public Events(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
        this.shelf = ledger.shelf("events", Event.class, Event::id);
    }

    /**
     * Belongs into the change that it tells about, so that a webhook is owed from the moment the change is written.
     *
     * @param ownEndpoints of the charge; they replace the endpoint of the account
     */
    public Event record(Account account, String key, String charge, JsonObject data, List<URI> ownEndpoints) {
        String id = Ids.next("evnt", account.livemode());
        Instant now = clock.instant();
        Event event = new Event(
                id,
                account.id(),
                account.livemode(),
                key,
                now,
                charge,
                EventJson.payload(id, account.livemode(), key, now, data),
                endpoints(account, ownEndpoints),
                List.of());
        for (URI uri : event.endpoints()) {
            event = event.with(open(event, uri));
        }
        shelf.put(event);
        return event;
    }

    /** One of the past, of which nobody is told any more. Belongs into a change. */
    public void remember(Account account, String id, String key, String charge, JsonObject data, Instant happened) {
        shelf.put(Event.ofThePast(id, account.id(), account.livemode(), key, happened, charge, data));
    }

    Delivery open(Event event, URI uri) {
        return new Delivery(Ids.next("whdl", event.livemode()), uri, clock.instant(), null, null, null, null);
    }

    private static List<URI> endpoints(Account account, List<URI> ownEndpoints) {
        URI endpoint = account.webhookEndpoint();
        List<URI> accountEndpoint = endpoint == null ? List.of() : List.of(endpoint);
        return ownEndpoints.isEmpty() ? accountEndpoint : List.copyOf(ownEndpoints);
    }

    void save(String eventId, Delivery delivery) {
        ledger.change(() -> {
            shelf.put(shelf.find(eventId).orElseThrow().with(delivery));
            return delivery;
        });
    }

    public Optional<Event> find(String id) {
        return shelf.find(id);
    }

    public List<Event> all() {
        return shelf.all();
    }

    public List<Event> ofCharge(String chargeId) {
        return all().stream().filter(event -> event.charge().equals(chargeId)).toList();
    }

    List<Event> ofAccount(Account account) {
        return all().stream()
                .filter(event -> event.account().equals(account.id()))
                .toList();
    }
}
