/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.counter;

import dev.saphan.payment.Payment;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Store;
import dev.saphan.web.page.PageLanguage;
import dev.saphan.web.page.Pages;
import dev.saphan.web.page.PaymentPage;
import dev.saphan.web.page.PaymentPages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The payments that wait at the tills of a store. */
@RequestScoped
@Path("/")
public class CounterListResource {

    @Inject
    Cashier cashier;

    @Inject
    WaitingPayments waitingPayments;

    @Inject
    PaymentPages paymentPages;

    @Inject
    Pages pages;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    @QueryParam("store")
    @Nullable
    String store;

    @QueryParam("q")
    @Nullable
    String typed;

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    public Response list() {
        PageLanguage language = cashier.language();
        Store shown = waitingPayments.store(store);
        String search = WaitingPayments.search(typed);
        Map<String, Object> model = cashier.model();
        transactions.run(() -> {
            List<Payment> waiting = waitingPayments.in(shown, search);
            List<PaymentPage> all = waiting.stream()
                    .map(payment -> paymentPages.of(payment, language.locale()))
                    .toList();
            model.put("waiting", all);
            model.put("version", WaitingPayments.version(waiting));
        });
        model.put("stores", waitingPayments.stores());
        model.put("store", shown);
        model.put("search", search);
        model.put("now", clock.millis());
        model.put("path", pages.root() + "/counter");
        return Response.ok(pages.render("counter/list", language, model))
                .language(language.locale())
                .build();
    }
}
