/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.control;

import dev.saphan.simulator.charge.Charge;
import dev.saphan.simulator.charge.ChargeStatus;
import dev.saphan.simulator.charge.Charges;
import dev.saphan.simulator.charge.Dispute;
import dev.saphan.simulator.http.Answer;
import dev.saphan.simulator.http.ApiError;
import dev.saphan.simulator.http.Params;
import dev.saphan.simulator.http.Request;
import dev.saphan.simulator.http.Routes;
import java.util.Locale;
import java.util.function.BiFunction;

/** {@code /_sim/charges/{id}/…}: money that arrived and does not stay. */
public final class LossEndpoints {

    private final Charges charges;

    public LossEndpoints(Charges charges) {
        this.charges = charges;
    }

    public void addTo(Routes routes) {
        step(routes, "take_back", this::takeBack);
        step(routes, "dispute", this::dispute);
        step(routes, "close_dispute", this::closeDispute);
    }

    private Charge takeBack(Charge charge, Params params) {
        return charges.takeBack(
                charge.id(), oneOf(ChargeStatus.class, params.text("status").orElse("reversed"), "status is unknown"));
    }

    private Charge dispute(Charge charge, Params params) {
        return charges.dispute(
                charge.id(), params.whole("amount").orElse(charge.terms().amount()));
    }

    private Charge closeDispute(Charge charge, Params params) {
        return charges.closeDispute(
                charge.id(), oneOf(Dispute.Status.class, params.text("status").orElse("lost"), "status is unknown"));
    }

    private static <E extends Enum<E>> E oneOf(Class<E> words, String word, String otherwise) {
        try {
            return Enum.valueOf(words, word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ApiError.badRequest(otherwise);
        }
    }

    private void step(Routes routes, String name, BiFunction<Charge, Params, Charge> step) {
        routes.add("POST", "/_sim/charges/{id}/" + name, request -> answer(request, step));
    }

    private Answer answer(Request request, BiFunction<Charge, Params, Charge> step) {
        String id = request.part("id");
        Charge charge = charges.find(id).orElseThrow(() -> ApiError.notFound("charge", id));
        return Answer.json(charges.json(step.apply(charge, request.body())));
    }
}
