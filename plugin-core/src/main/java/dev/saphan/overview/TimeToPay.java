/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.overview;

import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;

/**
 * How long successful attempts took from their beginning until Omise called them successful, in whole seconds.
 *
 * @param median half of them took at most as long
 * @param ninetieth nine of ten took at most as long
 */
public record TimeToPay(Duration median, Duration ninetieth) {

    /** @param counts how many took so long, at least one */
    static TimeToPay of(SortedMap<Duration, Long> counts) {
        return new TimeToPay(percentile(counts, 50), percentile(counts, 90));
    }

    /** By nearest rank: the shortest that so many in a hundred do not exceed. */
    static Duration percentile(SortedMap<Duration, Long> counts, int percent) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long rank = Math.max(1, (all * percent + 99) / 100);
        long seen = 0;
        for (Map.Entry<Duration, Long> entry : counts.entrySet()) {
            seen += entry.getValue();
            if (seen >= rank) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("Nothing was counted");
    }
}
