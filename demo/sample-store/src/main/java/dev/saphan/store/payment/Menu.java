/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways to pay, as the checkout shows them. */
public record Menu(boolean reachable, List<Offer> online, List<Offer> counter, List<Offer> others) {

    public static final Menu UNREACHABLE = new Menu(false, List.of(), List.of(), List.of());

    static Menu of(List<Offer> online, List<Offer> counter) {
        List<Offer> onlineShown = online.stream().filter(Menu::shown).toList();
        List<Offer> counterShown = counter.stream().filter(Menu::shown).toList();
        List<Offer> others = Stream.concat(online.stream(), counter.stream())
                .filter(offer -> !shown(offer))
                .filter(offer -> onlineShown.stream().noneMatch(other -> same(offer, other)))
                .filter(offer -> counterShown.stream().noneMatch(other -> same(offer, other)))
                .collect(Collectors.toMap(Offer::code, o -> o, (first, second) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
        return new Menu(true, onlineShown, counterShown, others);
    }

    public boolean nothingWorks() {
        return online.stream().noneMatch(Offer::available) && counter.stream().noneMatch(Offer::available);
    }

    private static boolean shown(Offer offer) {
        return offer.available() || offer.withinReach();
    }

    private static boolean same(Offer one, Offer other) {
        return one.code().equals(other.code());
    }
}
