/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.payment;

import dev.saphan.method.Methods;
import dev.saphan.payment.PaymentFilter;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.web.admin.payment.FilterReader.Reading;
import dev.saphan.web.admin.payment.Whereabouts.Place;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What this request asks a list of payments for. Ask it outside of a transaction: it may have to look for the store. */
@RequestScoped
public class ListRequest {

    @Inject
    HttpServletRequest request;

    @Inject
    Whereabouts whereabouts;

    @Inject
    Methods methods;

    @Inject
    Clock clock;

    private ListQuery query;
    private Reading reading;

    @PostConstruct
    void read() {
        Place place = whereabouts.of(
                parameter(ListQuery.STORE),
                parameter(ListQuery.MODE),
                parameter(ListQuery.TEXT).map(FilterReader::cut).orElse(""));
        Store store = place.store();
        Mode mode = place.mode();
        reading = new FilterReader(this::parameter, store, methods, clock).read(PaymentFilter.all(store.id(), mode));
        query = new ListQuery(store, mode, reading.kept());
    }

    ListQuery query() {
        return query;
    }

    PaymentFilter filter() {
        return reading.filter();
    }

    /** Keys of sentences about what was not understood. */
    List<String> problems() {
        return reading.problems();
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
