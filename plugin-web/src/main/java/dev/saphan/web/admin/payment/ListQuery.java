/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.payment;

import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.web.admin.PageAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a list of payments is asked for, as it stands in its address: one store and mode, and filters.
 *
 * @param filters values that mean something, by the name of their parameter
 */
record ListQuery(Store store, Mode mode, Map<String, String> filters) {

    static final String STORE = "store";
    static final String MODE = "mode";
    static final String TEXT = "q";
    static final String STATUS = "status";
    static final String METHOD = "method";
    static final String CHANNEL = "channel";
    static final String CURRENCY = "currency";
    static final String LEAST = "min";
    static final String MOST = "max";
    static final String DATES = "dates";
    static final String PERIOD = "period";
    static final String FROM = "from";
    static final String TO = "to";

    /** In the order in which they stand in an address, so that equal filters have equal addresses. */
    static final List<String> NAMES =
            List.of(TEXT, STATUS, METHOD, CHANNEL, CURRENCY, LEAST, MOST, DATES, PERIOD, FROM, TO);

    ListQuery {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (String name : NAMES) {
            if (filters.containsKey(name)) {
                ordered.put(name, filters.get(name));
            }
        }
        filters = ordered;
    }

    String value(String name) {
        return filters.getOrDefault(name, "");
    }

    boolean isFiltered() {
        return !filters.isEmpty();
    }

    ListQuery without(String... names) {
        Map<String, String> fewer = new LinkedHashMap<>(filters);
        fewer.keySet().removeAll(List.of(names));
        return new ListQuery(store, mode, fewer);
    }

    ListQuery in(Mode other) {
        return new ListQuery(store, other, filters);
    }

    /** The filters alone. */
    String text() {
        return address("", Map.of(), filters).query();
    }

    PageAddress address() {
        return address("payments.xhtml");
    }

    PageAddress address(String page) {
        return address(page, Map.of(STORE, store.id().value(), MODE, mode.code()), filters);
    }

    private static PageAddress address(String page, Map<String, String> place, Map<String, String> filters) {
        PageAddress address = PageAddress.of(page).with(STORE, place.get(STORE)).with(MODE, place.get(MODE));
        for (Map.Entry<String, String> filter : filters.entrySet()) {
            address = address.with(filter.getKey(), filter.getValue());
        }
        return address;
    }
}
