/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.counter;

import dev.saphan.payment.Payment;
import dev.saphan.payment.Payments;
import dev.saphan.persistence.Transactions;
import dev.saphan.secret.Digests;
import dev.saphan.settings.Store;
import dev.saphan.settings.Stores;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The payments that wait at the tills of a store. */
@RequestScoped
@Path("/")
public class CounterListResource {

    private static final int LONGEST_SEARCH = 64;

    @Inject
    Cashier cashier;

    @Inject
    Stores stores;

    @Inject
    Payments payments;

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
    String search;

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    public Response list() {
        PageLanguage language = cashier.language();
        Map<String, Object> model = cashier.model();
        transactions.run(() -> {
            List<Payment> waiting = waiting();
            List<PaymentPage> shown = waiting.stream()
                    .map(payment -> paymentPages.of(payment, language.locale()))
                    .toList();
            model.put("waiting", shown);
            model.put("version", version(waiting));
        });
        model.put("stores", allStores());
        model.put("store", store());
        model.put("search", search());
        model.put("now", clock.millis());
        model.put("path", pages.root() + "/counter");
        return Response.ok(pages.render("counter/list", language, model))
                .language(language.locale())
                .build();
    }

    /** Changes when the list does. */
    @GET
    @Path("/state")
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Object> state() {
        return transactions.call(() -> Map.of("version", version(waiting())));
    }

    private List<Payment> waiting() {
        return payments.waitingAtCounter(store().id(), search());
    }

    private Store store() {
        List<Store> all = allStores();
        return all.stream()
                .filter(found -> found.id().value().equals(store))
                .findFirst()
                .orElseGet(() -> all.get(0));
    }

    private List<Store> allStores() {
        return stores.all().stream().sorted(Comparator.comparing(Store::name)).toList();
    }

    private String search() {
        String text = Objects.requireNonNullElse(search, "").strip();
        return text.length() > LONGEST_SEARCH ? text.substring(0, LONGEST_SEARCH) : text;
    }

    private static String version(List<Payment> waiting) {
        return Digests.sha256(waiting.stream()
                        .map(payment -> payment.id() + ":" + payment.version())
                        .collect(Collectors.joining(" ")))
                .substring(0, 16);
    }
}
