/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SpanTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 29);

    @Test
    void aDayIsThatOfTheStoresTimeZone() {
        assertThat(Span.days(DAY, DAY, ZoneId.of("Asia/Bangkok")))
                .isEqualTo(new Span(Instant.parse("2026-03-28T17:00:00Z"), Instant.parse("2026-03-29T17:00:00Z")));
    }

    @Test
    void aDayOnWhichClocksAreChangedIsShorter() {
        assertThat(Span.days(DAY, DAY, ZoneId.of("Europe/Berlin")))
                .isEqualTo(new Span(Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T22:00:00Z")));
    }

    @Test
    void endsAtATimeOfTheDay() {
        assertThat(Span.dayUpTo(DAY, LocalTime.of(9, 30), ZoneId.of("Asia/Bangkok")))
                .isEqualTo(new Span(Instant.parse("2026-03-28T17:00:00Z"), Instant.parse("2026-03-29T02:30:00Z")));
    }
}
