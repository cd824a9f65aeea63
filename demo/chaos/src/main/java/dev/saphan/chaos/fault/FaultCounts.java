/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.fault;

import java.util.EnumMap;
import java.util.Map;

/** How often each kind really struck. */
public final class FaultCounts {

    private final Map<FaultKind, Integer> counts = new EnumMap<>(FaultKind.class);

    synchronized void add(FaultKind kind, int times) {
        counts.merge(kind, times, Integer::sum);
    }

    public synchronized int of(FaultKind kind) {
        return counts.getOrDefault(kind, 0);
    }

    public synchronized int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
