/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.past;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** When people buy: little at night, most in the evening, more at the weekend, and a little more every week. */
final class Rhythm {

    private static final int[] HOURS = {
        3, 2, 1, 1, 1, 2, 5, 9, 14, 20, 26, 31, 36, 30, 26, 25, 27, 32, 40, 52, 58, 47, 26, 10
    };
    private static final int WEEKEND = 140;
    private static final int PAY_DAY = 125;
    private static final int WEEKDAY = 100;

    private final Instant first;
    private final Instant until;
    private final long[] weightUntil;

    /** @param until the present: nothing is later */
    Rhythm(Instant until, int days, ZoneId zone) {
        this.until = until;
        this.first = until.minus(Duration.ofDays(days)).truncatedTo(ChronoUnit.HOURS);
        int hours = Math.toIntExact(Duration.between(first, until).toHours()) + 1;
        weightUntil = new long[hours];
        long sum = 0;
        for (int hour = 0; hour < hours; hour++) {
            ZonedDateTime time = first.plus(Duration.ofHours(hour)).atZone(zone);
            sum += weight(time) * (2L * hours + hour);
            weightUntil[hour] = sum;
        }
    }

    private static long weight(ZonedDateTime time) {
        boolean weekend = time.getDayOfWeek() == DayOfWeek.SATURDAY || time.getDayOfWeek() == DayOfWeek.SUNDAY;
        int day = weekend ? WEEKEND : WEEKDAY;
        boolean payDay = time.getDayOfMonth() >= 25 && time.getDayOfMonth() <= 28;
        return (long) HOURS[time.getHour()] * day * (payDay ? PAY_DAY : WEEKDAY);
    }

    /** When one of so many happens; a later one is never earlier, but for one that would lie ahead. */
    Instant time(long index, long count, Chance chance) {
        long total = weightUntil[weightUntil.length - 1];
        long share = Math.floorDiv(total, count);
        long drawn = index * share + chance.between(0, Math.max(0, share - 1));
        int found = Arrays.binarySearch(weightUntil, drawn);
        int hour = Math.min(found >= 0 ? found + 1 : -found - 1, weightUntil.length - 1);
        Instant time = first.plus(Duration.ofHours(hour)).plusMillis(chance.between(0, 3_599_999));
        return time.isBefore(until.minusSeconds(2)) ? time : until.minusMillis(chance.between(2_000, 60_000));
    }
}
