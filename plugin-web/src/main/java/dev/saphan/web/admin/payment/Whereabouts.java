/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.payment;

import dev.saphan.payment.PaymentFilter;
import dev.saphan.payment.PaymentList;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The store and mode of a list. Where an address leaves one of them open and searches for something, it is the first in
 * which that is found: who has an order at hand need not know where it was paid.
 */
@RequestScoped
public class Whereabouts {

    @Inject
    VisibleStores stores;

    @Inject
    PaymentList list;

    @Inject
    Transactions transactions;

    /** A store and a mode. */
    record Place(Store store, Mode mode) {}

    /** @param text what is searched for; empty for nothing */
    Place of(Optional<String> store, Optional<String> mode, String text) {
        List<Place> possible = possible(store, mode);
        if (text.isEmpty() || possible.size() == 1) {
            return possible.get(0);
        }
        return transactions.call(() -> possible.stream()
                .filter(place -> holds(place, text))
                .findFirst()
                .orElse(possible.get(0)));
    }

    private boolean holds(Place place, String text) {
        PaymentFilter filter =
                PaymentFilter.all(place.store().id(), place.mode()).with(text);
        return !list.newest(filter, 1).payments().isEmpty();
    }

    private List<Place> possible(Optional<String> store, Optional<String> mode) {
        Stream<Store> among = store.isPresent() ? Stream.of(stores.named(store)) : stores.all().stream();
        return among.flatMap(one -> modes(one, mode).map(which -> new Place(one, which)))
                .toList();
    }

    /** Live first where the store takes real money, so that nobody mistakes one for the other by default. */
    private static Stream<Mode> modes(Store store, Optional<String> wanted) {
        Optional<Mode> named = wanted.flatMap(code -> Arrays.stream(Mode.values())
                .filter(mode -> mode.code().equals(code))
                .findFirst());
        return named.map(Stream::of)
                .orElseGet(() -> store.accounts().containsKey(Mode.LIVE)
                        ? Stream.of(Mode.LIVE, Mode.TEST)
                        : Stream.of(Mode.TEST));
    }
}
