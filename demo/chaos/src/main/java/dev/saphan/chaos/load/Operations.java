/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.load;

import java.util.EnumMap;
import java.util.Map;

/** How often each was done. */
public final class Operations {

    private final Map<Operation, Integer> counts = new EnumMap<>(Operation.class);

    synchronized void count(Operation operation) {
        counts.merge(operation, 1, Integer::sum);
    }

    public synchronized int of(Operation operation) {
        return counts.getOrDefault(operation, 0);
    }

    public synchronized int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
