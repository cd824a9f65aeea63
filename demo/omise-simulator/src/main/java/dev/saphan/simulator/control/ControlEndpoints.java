/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.control;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.saphan.simulator.charge.Charge;
import dev.saphan.simulator.charge.Charges;
import dev.saphan.simulator.code.Outcome;
import dev.saphan.simulator.code.PaymentCode;
import dev.saphan.simulator.code.PaymentCodes;
import dev.saphan.simulator.fault.Fault;
import dev.saphan.simulator.fault.FaultKind;
import dev.saphan.simulator.fault.Faults;
import dev.saphan.simulator.http.Answer;
import dev.saphan.simulator.http.ApiError;
import dev.saphan.simulator.http.Handler;
import dev.saphan.simulator.http.Json;
import dev.saphan.simulator.http.Params;
import dev.saphan.simulator.http.Request;
import dev.saphan.simulator.http.Routes;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

/** {@code /_sim}: open to everybody who reaches the loopback address. */
public final class ControlEndpoints {

    private final Bookkeeper bookkeeper;
    private final Faults faults;
    private final Charges charges;
    private final PaymentCodes codes;

    public ControlEndpoints(Bookkeeper bookkeeper, Faults faults, Charges charges, PaymentCodes codes) {
        this.bookkeeper = bookkeeper;
        this.faults = faults;
        this.charges = charges;
        this.codes = codes;
    }

    public void addTo(Routes routes) {
        routes.add("GET", "/_sim/health", request -> Answer.json(new JsonObject()));
        routes.add("GET", "/_sim/books", request -> Answer.json(BooksJson.of(bookkeeper.books())));
        routes.add("GET", "/_sim/faults", request -> Answer.json(faultList()));
        routes.add("POST", "/_sim/faults", this::addFault);
        routes.add("DELETE", "/_sim/faults", request -> clearFaults());
        routes.add("POST", "/_sim/codes", this::generateCode);
        routes.add("POST", "/_sim/charges/{id}/expire_now", step(charge -> charges.expire(charge.id())));
        routes.add("POST", "/_sim/charges/{id}/mark_as_paid", step(charge -> charges.pay(charge.id())));
        routes.add("POST", "/_sim/charges/{id}/pay_late", step(charge -> charges.payLate(charge.id())));
        routes.add("POST", "/_sim/charges/{id}/mark_as_failed", this::fail);
    }

    private Answer addFault(Request request) {
        Params params = request.body();
        FaultKind kind =
                params.text("kind").flatMap(FaultKind::named).orElseThrow(() -> ApiError.badRequest("kind is unknown"));
        Fault fault = Fault.of(kind)
                .times(Math.toIntExact(params.whole("count").orElse(1L)))
                .delay(Duration.ofMillis(params.whole("millis").orElse(0L)))
                .path(params.text("path").orElse(null))
                .method(params.text("method").orElse(null))
                .event(params.text("event").orElse(null))
                .after(params.flag("after"))
                .body(params.text("body").orElse(null));
        faults.add(fault);
        return Answer.json(faultList());
    }

    private Answer clearFaults() {
        faults.clear();
        return Answer.json(faultList());
    }

    private JsonObject faultList() {
        JsonObject json = new JsonObject();
        json.add("faults", Json.array(faults.waiting().stream().map(ControlEndpoints::json)));
        return json;
    }

    private static JsonElement json(Fault fault) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", fault.kind().text());
        json.addProperty("count", fault.count());
        json.addProperty("millis", fault.delay().toMillis());
        json.addProperty("path", fault.path());
        json.addProperty("method", fault.method());
        json.addProperty("event", fault.event());
        json.addProperty("after", fault.after());
        json.addProperty("body", fault.body());
        return json;
    }

    private Answer generateCode(Request request) {
        Params params = request.body();
        try {
            PaymentCode code = codes.generate(
                    params.text("type").orElse(""),
                    Outcome.valueOf(params.text("outcome").orElse("approve").toUpperCase(Locale.ROOT)));
            JsonObject json = new JsonObject();
            json.addProperty("code", code.digits());
            return Answer.json(json);
        } catch (IllegalArgumentException e) {
            throw new ApiError(400, "bad_request", "type or outcome is unknown");
        }
    }

    private Answer fail(Request request) {
        String code = request.body().text("failure_code").orElse("failed_processing");
        return step(charge -> charges.fail(charge.id(), code)).handle(request);
    }

    private Handler step(Function<Charge, Charge> step) {
        return request -> {
            String id = request.part("id");
            Charge charge = charges.find(id).orElseThrow(() -> ApiError.notFound("charge", id));
            return Answer.json(charges.json(step.apply(charge)));
        };
    }
}
