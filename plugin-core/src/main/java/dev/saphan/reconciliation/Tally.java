/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many, per thing counted. */
public record Tally(long inMotion, long elsewhere, long agreed, Map<Finding, Long> open, long mended, long accepted) {

    /** Differences that stand. */
    public long differences() {
        return open.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Of them those that reading again may mend. */
    public long repairable() {
        return open.entrySet().stream()
                .filter(entry -> entry.getKey().isRepairable())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    static Tally of(Iterable<Object[]> rows) {
        long[] counts = new long[5];
        Map<Finding, Long> open = new LinkedHashMap<>();
        for (Object[] row : rows) {
            Finding finding = (Finding) row[0];
            long count = (Long) row[3];
            if ((Boolean) row[1]) {
                open.merge(finding, count, Long::sum);
            } else {
                counts[place(finding, (Outcome) row[2])] += count;
            }
        }
        return new Tally(counts[0], counts[1], counts[2] + counts[3], open, counts[3], counts[4]);
    }

    private static int place(Finding finding, @Nullable Outcome outcome) {
        if (outcome == Outcome.ACCEPTED) {
            return 4;
        }
        return switch (finding) {
            case IN_MOTION -> 0;
            case ELSEWHERE -> 1;
            default -> outcome == Outcome.REPAIRED ? 3 : 2;
        };
    }
}
