/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** @param until no longer in it */
record Span(Instant from, Instant until) {

    /** Whole days. */
    static Span days(LocalDate first, LocalDate last, ZoneId zone) {
        return new Span(start(first, zone), start(last.plusDays(1), zone));
    }

    /** A day up to a time of the day. */
    static Span dayUpTo(LocalDate day, LocalTime time, ZoneId zone) {
        return new Span(start(day, zone), day.atTime(time).atZone(zone).toInstant());
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
