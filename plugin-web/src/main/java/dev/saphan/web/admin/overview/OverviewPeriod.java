/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.overview;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far back the overview looks, today included. */
enum OverviewPeriod {
    WEEK(7),
    MONTH(30),
    QUARTER(90);

    private final int days;

    OverviewPeriod(int days) {
        this.days = days;
    }

    int days() {
        return days;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<OverviewPeriod> of(String code) {
        return Arrays.stream(values())
                .filter(period -> period.code().equals(code))
                .findFirst();
    }
}
