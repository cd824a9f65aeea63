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
import dev.saphan.simulator.http.Request;
import dev.saphan.simulator.http.Routes;
import dev.saphan.simulator.method.Methods;
import java.time.Clock;

/** {@code /sources}, with either key. */
public final class SourceEndpoints {

    private final Sources sources;
    private final Charges charges;
    private final CreateSource create;
    private final Methods methods;

    public SourceEndpoints(Sources sources, Charges charges, Methods methods, Clock clock) {
        this.sources = sources;
        this.charges = charges;
        this.create = new CreateSource(methods, clock);
        this.methods = methods;
    }

    public void addTo(Routes routes, Keys keys) {
        routes.add(
                "POST",
                "/sources",
                keys.any((account, request) -> Answer.json(
                        json(sources.save(create.alone(account, request.body(), request.remoteAddress()))))));
        routes.add("GET", "/sources/{id}", keys.any(this::get));
    }

    private Answer get(Account account, Request request) {
        String id = request.part("id");
        return Answer.json(json(sources.find(account, id).orElseThrow(() -> ApiError.notFound("source", id))));
    }

    private JsonObject json(Source source) {
        String charge = source.charge();
        String status =
                charge == null ? "unknown" : charges.get(charge).status().text();
        return SourceJson.of(source, methods.named(source.type()), status);
    }
}
