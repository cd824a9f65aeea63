/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A moment that comes nearer on a page. The script counts on with the same texts; without it the page tells how it was.
 *
 * @param left in words; empty once it is over
 */
public record TimeLeft(Moment until, String left) {

    public static TimeLeft until(Instant until, ZoneId zone, Instant now, Wording wording) {
        return new TimeLeft(Moment.of(until, zone), words(Duration.between(now, until), wording));
    }

    private static String words(Duration left, Wording wording) {
        if (left.isNegative() || left.isZero()) {
            return "";
        }
        if (left.toDays() >= 2) {
            return wording.of("left.days", left.toDays());
        }
        return left.toHours() > 0
                ? wording.of("left.hours", left.toHours(), left.toMinutesPart())
                : wording.of("left.minutes", left.toMinutes(), left.toSecondsPart());
    }
}
