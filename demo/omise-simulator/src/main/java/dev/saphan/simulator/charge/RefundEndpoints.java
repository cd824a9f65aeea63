/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import com.google.gson.JsonObject;
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

/** Refunds of a charge, and of the whole account. */
public final class RefundEndpoints {

    /** A refund does not know its charge. */
    record Booked(Charge charge, Refund refund) {
        JsonObject json() {
            return RefundJson.of(charge, refund);
        }
    }

    private final Charges charges;
    private final CreateRefund create;
    private final Clock clock;

    public RefundEndpoints(Charges charges, CreateRefund create, Clock clock) {
        this.charges = charges;
        this.create = create;
        this.clock = clock;
    }

    public void addTo(Routes routes, Keys keys) {
        routes.add("POST", "/charges/{id}/refunds", keys.secret(this::create));
        routes.add("GET", "/charges/{id}/refunds", keys.secret(this::ofCharge));
        routes.add("GET", "/charges/{id}/refunds/{refund}", keys.secret(this::one));
        routes.add(
                "GET",
                "/refunds",
                keys.secret((account, request) ->
                        list(request, "/refunds", ofAccount(charges, account).toList())));
    }

    static Stream<Booked> ofAccount(Charges charges, Account account) {
        return charges.ofAccount(account).stream()
                .flatMap(charge -> charge.refunds().stream().map(refund -> new Booked(charge, refund)))
                .sorted(Comparator.comparing(booked -> booked.refund().createdAt()));
    }

    private Answer create(Account account, Request request) {
        Charge charge = find(account, request);
        Refund refund = create.create(charge.id(), request.body());
        return Answer.json(RefundJson.of(charge, refund));
    }

    private Answer ofCharge(Account account, Request request) {
        Charge charge = find(account, request);
        List<Booked> booked = charge.refunds().stream()
                .map(refund -> new Booked(charge, refund))
                .toList();
        return list(request, "/charges/" + charge.id() + "/refunds", booked);
    }

    private Answer one(Account account, Request request) {
        Charge charge = find(account, request);
        String id = request.part("refund");
        return charge.refunds().stream()
                .filter(refund -> refund.id().equals(id))
                .findFirst()
                .map(refund -> Answer.json(RefundJson.of(charge, refund)))
                .orElseThrow(() -> ApiError.notFound("refund", id));
    }

    private Answer list(Request request, String location, List<Booked> booked) {
        Page page = Page.of(request.asked(), clock.instant());
        return Answer.json(page.list(location, booked, item -> item.refund().createdAt(), Booked::json));
    }

    private Charge find(Account account, Request request) {
        String id = request.part("id");
        return charges.find(id)
                .filter(charge -> charge.account().equals(account.id()))
                .orElseThrow(() -> ApiError.notFound("charge", id));
    }
}
