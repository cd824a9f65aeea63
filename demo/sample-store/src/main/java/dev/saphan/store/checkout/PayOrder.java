/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.checkout;

import dev.saphan.store.order.Order;
import dev.saphan.store.payment.Choice;
import dev.saphan.store.payment.OrderNotPayableException;
import dev.saphan.store.payment.Payment;
import dev.saphan.store.payment.Payment.NextStep;
import dev.saphan.store.payment.SendStart;
import dev.saphan.store.payment.StartPayment;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Set;

/** Starts the payment and sends the browser where it has to go now: to the plugin's page, or to the order's own. */
@Singleton
public class PayOrder {

    private static final Set<String> ELSEWHERE = Set.of("choose_method", "redirect", "qr");

    private final StartPayment startPayment;

    @Inject
    public PayOrder(StartPayment startPayment) {
        this.startPayment = startPayment;
    }

    public Response pay(Order order, Choice choice) {
        try {
            return follow(order, startPayment.start(order, choice));
        } catch (OrderNotPayableException e) {
            return page(order);
        }
    }

    /** Asks again what was not answered. */
    public Response resume(Order order) {
        return startPayment.resume(order).map(outcome -> follow(order, outcome)).orElseGet(() -> page(order));
    }

    public Response page(Order order) {
        return Response.seeOther(URI.create("/orders/" + order.token())).build();
    }

    private Response follow(Order order, SendStart.Outcome outcome) {
        Payment payment = outcome.payment();
        if (payment == null) {
            return page(order);
        }
        NextStep next = payment.nextStep();
        String url = next.url();
        if (url == null || !ELSEWHERE.contains(next.type())) {
            return page(order);
        }
        return Response.seeOther(URI.create(url)).build();
    }
}
