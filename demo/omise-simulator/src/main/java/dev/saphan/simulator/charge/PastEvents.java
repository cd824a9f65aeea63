/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import com.google.gson.JsonObject;
import dev.saphan.simulator.account.Account;
import dev.saphan.simulator.charge.Past.Told;
import dev.saphan.simulator.event.ChargeEvents;
import dev.saphan.simulator.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Events that are older than the account's list of them, in the words that they must have had. There are too many to keep
 * each with its words.
 */
public final class PastEvents implements ChargeEvents {

    private final Charges charges;

    public PastEvents(Charges charges) {
        this.charges = charges;
    }

    @Override
    public Optional<List<Event>> earlier(Account account, String charge) {
        return charges.find(account, charge).map(found -> events(found).toList());
    }

    @Override
    public Optional<Event> find(Account account, String id) {
        return charges.ofAccount(account).stream()
                .filter(charge -> told(charge).anyMatch(event -> event.id().equals(id)))
                .flatMap(this::events)
                .filter(event -> event.id().equals(id))
                .findFirst();
    }

    /** What the event told of the charge, or of its refund. */
    JsonObject data(Charge charge, Told event) {
        return switch (event.key()) {
            case "charge.create" -> charges.json(charge.asMade());
            case "refund.create" ->
                charge.refunds().stream()
                        .filter(refund -> refund.id().equals(event.subject()))
                        .findFirst()
                        .map(refund -> RefundJson.of(charge, refund))
                        .orElseGet(JsonObject::new);
            default -> charges.json(charge);
        };
    }

    private Stream<Event> events(Charge charge) {
        return told(charge)
                .map(event -> Event.ofThePast(
                        event.id(),
                        charge.account(),
                        charge.livemode(),
                        event.key(),
                        event.at(),
                        charge.id(),
                        data(charge, event)));
    }

    private static Stream<Told> told(Charge charge) {
        return charge.past() == null ? Stream.empty() : charge.past().told().stream();
    }
}
