/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.control;

import dev.saphan.simulator.charge.Charge;
import dev.saphan.simulator.charge.Charges;
import dev.saphan.simulator.charge.Refund;
import dev.saphan.simulator.event.Delivery;
import dev.saphan.simulator.event.Event;
import dev.saphan.simulator.event.Events;
import java.util.List;

/** Writes the books. */
public final class Bookkeeper {

    private final Charges charges;
    private final Events events;

    public Bookkeeper(Charges charges, Events events) {
        this.charges = charges;
        this.events = events;
    }

    public Books books() {
        List<Charge> all = charges.all();
        List<Event> happened = events.all();
        return new Books(
                all.stream().map(Bookkeeper::entry).toList(),
                all.stream()
                        .flatMap(charge -> charge.refunds().stream().map(refund -> entry(charge, refund)))
                        .toList(),
                happened.stream()
                        .map(event -> new Books.Event(event.id(), event.key(), event.charge(), event.createdAt()))
                        .toList(),
                happened.stream()
                        .flatMap(event -> event.deliveries().stream().map(delivery -> entry(event, delivery)))
                        .toList());
    }

    private static Books.Charge entry(Charge charge) {
        return new Books.Charge(
                charge.id(),
                charge.account(),
                charge.livemode(),
                charge.source().type(),
                charge.source().id(),
                charge.source().barcode(),
                charge.terms().amount(),
                charge.terms().currency(),
                charge.status().text(),
                charge.refundedAmount(),
                charge.voided(),
                charge.state().failureCode(),
                charge.terms().description(),
                charge.terms().metadata().asMap(),
                charge.createdAt(),
                charge.state().expiresAt(),
                charge.state().paidAt(),
                charge.state().expiredAt());
    }

    private static Books.Refund entry(Charge charge, Refund refund) {
        return new Books.Refund(
                refund.id(),
                charge.id(),
                refund.amount(),
                charge.terms().currency(),
                refund.voided(),
                refund.closed() ? "closed" : "pending",
                refund.metadata().asMap(),
                refund.createdAt());
    }

    private static Books.Delivery entry(Event event, Delivery delivery) {
        return new Books.Delivery(
                delivery.id(),
                event.id(),
                event.key(),
                event.charge(),
                delivery.uri(),
                delivery.status(),
                delivery.error(),
                delivery.note(),
                delivery.createdAt());
    }
}
