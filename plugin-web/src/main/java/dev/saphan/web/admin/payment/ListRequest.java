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
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What this request asks a list of payments for. */
@RequestScoped
public class ListRequest {

    @Inject
    HttpServletRequest request;

    @Inject
    VisibleStores stores;

    @Inject
    Methods methods;

    @Inject
    Clock clock;

    private ListQuery query;
    private Reading reading;

    @PostConstruct
    void read() {
        Store store = stores.named(parameter("store"));
        Mode mode = mode(store);
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

    /** Live where the store takes real money, so that nobody mistakes one for the other by default. */
    private Mode mode(Store store) {
        Mode usual = store.accounts().containsKey(Mode.LIVE) ? Mode.LIVE : Mode.TEST;
        return parameter("mode")
                .flatMap(code -> Arrays.stream(Mode.values())
                        .filter(mode -> mode.code().equals(code))
                        .findFirst())
                .orElse(usual);
    }
}
