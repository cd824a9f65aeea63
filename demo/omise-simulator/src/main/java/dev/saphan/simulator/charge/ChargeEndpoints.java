/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import com.google.gson.JsonObject;
import dev.saphan.simulator.account.Account;
import dev.saphan.simulator.account.Keys;
import dev.saphan.simulator.account.SecureAddress;
import dev.saphan.simulator.code.PaymentCodes;
import dev.saphan.simulator.http.Answer;
import dev.saphan.simulator.http.ApiError;
import dev.saphan.simulator.http.Page;
import dev.saphan.simulator.http.Params;
import dev.saphan.simulator.http.Request;
import dev.saphan.simulator.http.Routes;
import dev.saphan.simulator.method.Methods;
import java.time.Clock;
import java.util.function.Function;

/** {@code /charges} and what can be done with one. */
public final class ChargeEndpoints {

    private final Charges charges;
    private final CreateCharge create;
    private final ScannedCodes scanned;
    private final Clock clock;

    public ChargeEndpoints(
            Charges charges,
            Sources sources,
            PaymentCodes codes,
            ScannedCodes scanned,
            Methods methods,
            SecureAddress addresses,
            Clock clock) {
        this.charges = charges;
        this.create = new CreateCharge(charges, sources, codes, methods, addresses, clock);
        this.scanned = scanned;
        this.clock = clock;
    }

    public void addTo(Routes routes, Keys keys) {
        routes.add("POST", "/charges", keys.secret(this::create));
        routes.add("GET", "/charges", keys.secret(this::list));
        routes.add("GET", "/charges/{id}", keys.secret((account, request) -> answer(find(account, request))));
        routes.add("PATCH", "/charges/{id}", keys.secret(this::update));
        routes.add("POST", "/charges/{id}/expire", keys.secret(step(charge -> charges.expire(charge.id()))));
        routes.add("POST", "/charges/{id}/mark_as_paid", keys.secret(step(this::markAsPaid)));
        routes.add("POST", "/charges/{id}/mark_as_failed", keys.secret(step(this::markAsFailed)));
        routes.add("POST", "/charges/{id}/capture", keys.secret(step(charge -> {
            throw new ApiError(400, "failed_capture", "charge was not authorized for a later capture");
        })));
        routes.add("POST", "/charges/{id}/reverse", keys.secret(step(charge -> {
            throw new ApiError(400, "failed_reverse", "only uncaptured authorized charges can be reversed");
        })));
    }

    private Answer create(Account account, Request request) {
        Charge charge = create.create(account, request.body());
        return answer(charge).afterwards(() -> scanned.settle(charge));
    }

    private Answer list(Account account, Request request) {
        Page page = Page.of(request.asked(), clock.instant());
        return Answer.json(page.list("/charges", charges.ofAccount(account), Charge::createdAt, charges::json));
    }

    private Answer update(Account account, Request request) {
        Params params = request.body();
        Charge present = find(account, request);
        JsonObject metadata = params.metadata().orElse(present.terms().metadata());
        String description = params.values().has("description")
                ? params.text("description").orElse(null)
                : present.terms().description();
        return answer(charges.update(
                present.id(), charge -> charge.describe(charge.terms().described(description, metadata))));
    }

    private Charge markAsPaid(Charge charge) {
        requireTestMode(charge);
        return charges.pay(charge.id());
    }

    private Charge markAsFailed(Charge charge) {
        requireTestMode(charge);
        return charges.fail(charge.id(), "failed_processing");
    }

    private static void requireTestMode(Charge charge) {
        if (charge.livemode()) {
            throw new ApiError(400, "feature_not_supported", "only test charges can be marked");
        }
    }

    private Keys.AccountHandler step(Function<Charge, Charge> step) {
        return (account, request) -> answer(step.apply(find(account, request)));
    }

    private Charge find(Account account, Request request) {
        String id = request.part("id");
        return charges.find(id)
                .filter(charge -> charge.account().equals(account.id()))
                .orElseThrow(() -> ApiError.notFound("charge", id));
    }

    private Answer answer(Charge charge) {
        return Answer.json(charges.json(charge));
    }
}
