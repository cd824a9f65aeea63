/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A time in which a charge waited for its outcome. */
record Wait(Instant from, Instant until) {

    /** The same times, in order, without any that overlap. */
    static List<Wait> together(List<Wait> waits) {
        List<Wait> apart = new ArrayList<>();
        for (Wait wait : waits.stream().sorted(Comparator.comparing(Wait::from)).toList()) {
            Wait last = apart.isEmpty() ? wait : apart.get(apart.size() - 1);
            if (apart.isEmpty() || wait.from().isAfter(last.until())) {
                apart.add(wait);
            } else if (wait.until().isAfter(last.until())) {
                apart.set(apart.size() - 1, new Wait(last.from(), wait.until()));
            }
        }
        return apart;
    }

    /** How much of it lies between the two. */
    Duration within(Instant begin, Instant end) {
        Instant first = from.isAfter(begin) ? from : begin;
        Instant last = until.isBefore(end) ? until : end;
        return last.isAfter(first) ? Duration.between(first, last) : Duration.ZERO;
    }
}
