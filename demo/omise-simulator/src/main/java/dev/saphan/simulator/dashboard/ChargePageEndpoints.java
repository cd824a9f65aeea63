/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.dashboard;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import dev.saphan.simulator.charge.Charge;
import dev.saphan.simulator.charge.ChargeStatus;
import dev.saphan.simulator.charge.Charges;
import dev.saphan.simulator.charge.CreateRefund;
import dev.saphan.simulator.charge.Dispute;
import dev.saphan.simulator.event.Event;
import dev.saphan.simulator.event.Events;
import dev.saphan.simulator.event.Webhooks;
import dev.saphan.simulator.http.Answer;
import dev.saphan.simulator.http.ApiError;
import dev.saphan.simulator.http.Params;
import dev.saphan.simulator.http.Request;
import dev.saphan.simulator.http.Routes;
import dev.saphan.simulator.method.Methods;
import dev.saphan.simulator.page.Pages;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/** One charge with everything that can be done to it. */
public final class ChargePageEndpoints {

    private static final String PATH = "/dashboard/charges/";

    private final Pages pages;
    private final Charges charges;
    private final CreateRefund createRefund;
    private final Methods methods;
    private final Events events;
    private final Webhooks webhooks;

    public ChargePageEndpoints(
            Pages pages,
            Charges charges,
            CreateRefund createRefund,
            Methods methods,
            Events events,
            Webhooks webhooks) {
        this.pages = pages;
        this.charges = charges;
        this.createRefund = createRefund;
        this.methods = methods;
        this.events = events;
        this.webhooks = webhooks;
    }

    public void addTo(Routes routes) {
        routes.add("GET", PATH + "{id}", this::show);
        action(routes, "pay", (charge, form) -> charges.pay(charge.id()));
        action(
                routes,
                "fail",
                (charge, form) ->
                        charges.fail(charge.id(), form.text("failure_code").orElse("failed_processing")));
        action(routes, "expire", (charge, form) -> charges.expire(charge.id()));
        action(routes, "refund", this::refund);
        action(routes, "take_back", (charge, form) -> charges.takeBack(charge.id(), ChargeStatus.REVERSED));
        action(
                routes,
                "dispute",
                (charge, form) -> charges.dispute(charge.id(), charge.terms().amount()));
        action(routes, "win_dispute", (charge, form) -> charges.closeDispute(charge.id(), Dispute.Status.WON));
        action(routes, "lose_dispute", (charge, form) -> charges.closeDispute(charge.id(), Dispute.Status.LOST));
        action(
                routes,
                "close_refund",
                (charge, form) ->
                        charges.closeRefund(charge.id(), form.text("refund").orElse("")));
        action(routes, "resend", (charge, form) -> webhooks.sendAgain(event(form)));
    }

    private void action(Routes routes, String name, BiConsumer<Charge, Params> action) {
        Pages.post(routes, PATH + "{id}/" + name, request -> {
            Charge charge = charge(request);
            return Pages.act(PATH + charge.id(), () -> {
                action.accept(charge, request.body());
                return PATH + charge.id();
            });
        });
    }

    private Answer show(Request request) {
        Charge charge = charge(request);
        JsonObject json = charges.json(charge);
        Map<String, Object> model = new HashMap<>();
        model.put("charge", charge);
        model.put("status", charge.status().text());
        model.put("method", methods.named(charge.source().type()));
        model.put("events", events.ofCharge(charge.id()));
        model.put("net", json.get("net").getAsLong());
        model.put("refundable", json.get("refundable").getAsBoolean());
        model.put("metadata", charge.terms().metadata().asMap());
        model.put(
                "json",
                new GsonBuilder()
                        .setPrettyPrinting()
                        .serializeNulls()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(json));
        model.put("problem", request.query().text("problem").orElse(""));
        return pages.page("dashboard/charge", Locale.ENGLISH, model);
    }

    /** The form has an amount as people write it; empty is all that is left. */
    private void refund(Charge charge, Params form) {
        JsonObject params = new JsonObject();
        form.text("amount").ifPresent(text -> params.addProperty("amount", minorUnits(text, charge)));
        createRefund.create(charge.id(), new Params(params));
    }

    private static long minorUnits(String text, Charge charge) {
        try {
            int decimals = Currency.getInstance(charge.terms().currency()).getDefaultFractionDigits();
            return new BigDecimal(text.replace(",", "").trim())
                    .movePointRight(decimals)
                    .longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new ApiError(400, "invalid_amount", "amount is not a number");
        }
    }

    private Event event(Params form) {
        String id = form.text("event").orElse("");
        return events.find(id).orElseThrow(() -> ApiError.notFound("event", id));
    }

    private Charge charge(Request request) {
        String id = request.part("id");
        return charges.find(id).orElseThrow(() -> ApiError.notFound("charge", id));
    }
}
