/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Whole days of a store, both ends included. */
public record Period(LocalDate first, LocalDate last, ZoneId zone) {

    public static final int MOST_DAYS = 366;

    /** A charge may be paid days after it was made: the longest life of any method, and a day for clocks. */
    private static final Duration LOOK_BACK = Duration.ofDays(8);

    public Period {
        if (last.isBefore(first) || first.plusDays(MOST_DAYS).isBefore(last)) {
            throw new IllegalArgumentException("A period has its first day first, and at most " + MOST_DAYS + " days");
        }
    }

    /** The first moment that belongs to it. */
    Instant from() {
        return first.atStartOfDay(zone).toInstant();
    }

    /** The first moment that no longer belongs to it. */
    Instant until() {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Where to begin to read charges so that those paid on its first day are among them. */
    Instant lookBack() {
        return from().minus(LOOK_BACK);
    }

    boolean contains(Instant time) {
        return !time.isBefore(from()) && time.isBefore(until());
    }

    LocalDate dayOf(Instant time) {
        return time.atZone(zone).toLocalDate();
    }
}
