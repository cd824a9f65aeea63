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
        URI endpoint = account.webhookEndpoint();
        List<URI> accountEndpoint = endpoint == null ? List.of() : List.of(endpoint);
        Event event = new Event(
                Ids.next("evnt", account.livemode()),
                account.id(),
                account.livemode(),
                key,
                clock.instant(),
                charge,
                data.deepCopy(),
                ownEndpoints.isEmpty() ? accountEndpoint : ownEndpoints,
                List.of());
        Event owed = event;
        for (URI uri : event.endpoints()) {
            owed = owed.with(open(event, uri));
        }
        shelf.put(owed);
        return owed;
    }

    Delivery open(Event event, URI uri) {
        String payload = EventJson.payload(event).toString();
        return new Delivery(Ids.next("whdl", event.livemode()), uri, clock.instant(), payload, null, null, null);
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
