/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.event;

import dev.saphan.simulator.account.Account;
import dev.saphan.simulator.account.Keys;
import dev.saphan.simulator.http.Answer;
import dev.saphan.simulator.http.ApiError;
import dev.saphan.simulator.http.Page;
import dev.saphan.simulator.http.Request;
import dev.saphan.simulator.http.Routes;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@code /events} and {@code /charges/{id}/events}. */
public final class EventEndpoints {

    private final Events events;
    private final ChargeEvents charges;
    private final Clock clock;

    public EventEndpoints(Events events, ChargeEvents charges, Clock clock) {
        this.events = events;
        this.charges = charges;
        this.clock = clock;
    }

    public void addTo(Routes routes, Keys keys) {
        routes.add(
                "GET",
                "/events",
                keys.secret((account, request) -> list(request, "/events", events.ofAccount(account))));
        routes.add(
                "GET",
                "/events/{id}",
                keys.secret((account, request) -> Answer.json(EventJson.full(find(account, request.part("id"))))));
        routes.add("GET", "/charges/{id}/events", keys.secret(this::ofCharge));
    }

    private Answer ofCharge(Account account, Request request) {
        String charge = request.part("id");
        List<Event> earlier = charges.earlier(account, charge).orElseThrow(() -> ApiError.notFound("charge", charge));
        List<Event> found = Stream.concat(earlier.stream(), events.ofCharge(charge).stream())
                .sorted(Comparator.comparing(Event::createdAt))
                .toList();
        return list(request, "/charges/" + charge + "/events", found);
    }

    private Answer list(Request request, String location, List<Event> found) {
        return Answer.json(
                Page.of(request.asked(), clock.instant()).list(location, found, Event::createdAt, EventJson::full));
    }

    private Event find(Account account, String id) {
        return events.find(id)
                .filter(event -> event.account().equals(account.id()))
                .or(() -> charges.find(account, id))
                .orElseThrow(() -> ApiError.notFound("event", id));
    }
}
