/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.payment;

import dev.saphan.payment.PaymentFilter.Happening;
import dev.saphan.payment.PaymentFilter.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Spans that move with the calendar, counted in days of the store's time zone. */
enum NamedPeriod {
    TODAY(0, 0),
    YESTERDAY(1, 1),
    WEEK(6, 0),
    MONTH(29, 0),
    QUARTER(89, 0);

    private final int firstDaysAgo;
    private final int lastDaysAgo;

    NamedPeriod(int firstDaysAgo, int lastDaysAgo) {
        this.firstDaysAgo = firstDaysAgo;
        this.lastDaysAgo = lastDaysAgo;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<NamedPeriod> of(String code) {
        return Arrays.stream(values())
                .filter(period -> period.code().equals(code))
                .findFirst();
    }

    Period of(Happening happening, Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return days(happening, today.minusDays(firstDaysAgo), today.minusDays(lastDaysAgo), zone);
    }

    /** @param last included */
    static Period days(Happening happening, LocalDate first, LocalDate last, ZoneId zone) {
        return new Period(
                happening,
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
