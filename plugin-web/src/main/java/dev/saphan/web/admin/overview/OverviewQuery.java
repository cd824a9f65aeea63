/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.overview;

import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.web.admin.PageAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the overview is asked for, as it stands in its address.
 *
 * @param visible all stores that the person may see, at least one
 * @param one empty for all of them
 */
record OverviewQuery(List<Store> visible, Optional<Store> one, Mode mode, OverviewPeriod period) {

    /** In place of a store's id. */
    private static final String ALL = "*";

    static OverviewQuery read(Function<String, Optional<String>> parameters, List<Store> visible) {
        String wanted = parameters.apply("store").orElse(ALL);
        Optional<Store> named = visible.stream()
                .filter(store -> store.id().value().equals(wanted))
                .findFirst();
        Optional<Store> one = visible.size() == 1 ? Optional.of(visible.get(0)) : named;
        List<Store> shown = one.map(List::of).orElse(visible);
        Mode mode = parameters
                .apply("mode")
                .flatMap(code -> Arrays.stream(Mode.values())
                        .filter(each -> each.code().equals(code))
                        .findFirst())
                .orElseGet(() -> usual(shown));
        return new OverviewQuery(
                visible,
                one,
                mode,
                parameters.apply("period").flatMap(OverviewPeriod::of).orElse(OverviewPeriod.MONTH));
    }

    /** Live where one of the stores takes real money. */
    private static Mode usual(List<Store> shown) {
        return shown.stream().anyMatch(store -> store.accounts().containsKey(Mode.LIVE)) ? Mode.LIVE : Mode.TEST;
    }

    List<Store> stores() {
        return one.map(List::of).orElse(visible);
    }

    OverviewQuery of(Optional<Store> other) {
        return new OverviewQuery(visible, other, mode, period);
    }

    OverviewQuery in(Mode other) {
        return new OverviewQuery(visible, one, other, period);
    }

    OverviewQuery over(OverviewPeriod other) {
        return new OverviewQuery(visible, one, mode, other);
    }

    PageAddress address() {
        return PageAddress.of("overview.xhtml")
                .with("store", one.map(store -> store.id().value()).orElse(ALL))
                .with("mode", mode.code())
                .with("period", period.code());
    }
}
