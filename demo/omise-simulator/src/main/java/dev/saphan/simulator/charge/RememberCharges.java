/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import com.google.gson.JsonObject;
import dev.saphan.simulator.account.Account;
import dev.saphan.simulator.charge.Past.Told;
import dev.saphan.simulator.event.Events;
import dev.saphan.simulator.ledger.Ids;
import dev.saphan.simulator.method.Methods;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Enters charges of the past, with their refunds and the events that told of them, as if they had been made here. No
 * webhook leaves: whoever brings the past along knows it. One that is known already stays as it is. Of events that are older
 * than the account's list a charge keeps when they were, and {@link PastEvents} tells them to whoever asks for its own.
 */
public final class RememberCharges {

    private final Charges charges;
    private final Events events;
    private final Methods methods;

    public RememberCharges(Charges charges, Events events, Methods methods) {
        this.charges = charges;
        this.events = events;
        this.methods = methods;
    }

    /**
     * Enters them in one change: all that are unknown, or none if one of them makes no sense.
     *
     * @param eventsSince older ones are in no list of all events, as an account's does not go back for ever
     * @return how many were new
     */
    public int remember(Account account, List<PastCharge> past, Instant eventsSince) {
        return charges.together(() -> {
            List<PastCharge> unknown = past.stream()
                    .filter(one -> charges.find(one.id()).isEmpty())
                    .toList();
            List<Charge> made =
                    unknown.stream().map(one -> charge(account, one)).toList();
            for (int i = 0; i < made.size(); i++) {
                keep(account, unknown.get(i), made.get(i), eventsSince);
            }
            return made.size();
        });
    }

    private void keep(Account account, PastCharge past, Charge charge, Instant eventsSince) {
        Map<Boolean, List<Told>> told = told(past, charge).stream()
                .collect(Collectors.partitioningBy(event -> !event.at().isBefore(eventsSince)));
        Charge known = charge.with(new Past(told.getOrDefault(false, List.of())));
        charges.keep(known);
        PastEvents words = new PastEvents(charges);
        told.getOrDefault(true, List.of())
                .forEach(event -> events.remember(
                        account, event.id(), event.key(), charge.id(), words.data(known, event), event.at()));
    }

    private static List<Told> told(PastCharge past, Charge charge) {
        List<Told> told = new ArrayList<>();
        told.add(told(past, charge, charge.id(), "charge.create", past.createdAt()));
        if (past.settledAt() != null) {
            String key = past.status().equals("expired") ? "charge.expire" : "charge.complete";
            told.add(told(past, charge, charge.id(), key, past.settledAt()));
        }
        charge.refunds()
                .forEach(refund -> told.add(told(past, charge, refund.id(), "refund.create", refund.createdAt())));
        return told;
    }

    private static Told told(PastCharge past, Charge charge, String subject, String key, Instant at) {
        String id = past.eventId(subject, key).orElseGet(() -> Ids.next("evnt", charge.livemode()));
        return new Told(id, key, subject, at);
    }

    private Charge charge(Account account, PastCharge past) {
        boolean live = account.livemode();
        Terms terms = new Terms(
                past.amount(),
                past.currency(),
                past.description(),
                orEmpty(past.metadata()),
                past.returnUri(),
                null,
                List.of());
        return new Charge(
                past.id(),
                account.id(),
                live,
                past.createdAt(),
                source(account, past),
                Ids.next("pay2", live),
                terms,
                past.state(live),
                CreateCharge.qr(methods.named(past.type()), account, past.createdAt()),
                refunds(past, live),
                null,
                null);
    }

    private static Source source(Account account, PastCharge past) {
        JsonObject details = new JsonObject();
        if (past.barcode() != null) {
            details.addProperty("barcode", past.barcode());
        }
        return new Source(
                Ids.next("src", account.livemode()),
                account.id(),
                account.livemode(),
                past.type(),
                past.amount(),
                past.currency(),
                past.createdAt(),
                null,
                details,
                past.id());
    }

    private static List<Refund> refunds(PastCharge past, boolean live) {
        List<PastCharge.PastRefund> given = past.refunds();
        return given == null
                ? List.of()
                : given.stream()
                        .map(refund -> new Refund(
                                refund.id(),
                                Ids.next("trxn", live),
                                refund.amount(),
                                refund.voided(),
                                true,
                                orEmpty(refund.metadata()),
                                refund.createdAt()))
                        .toList();
    }

    private static JsonObject orEmpty(@Nullable JsonObject given) {
        return given == null ? new JsonObject() : given;
    }
}
