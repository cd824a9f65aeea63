/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How long each page took, again and again. */
final class Times {

    private final Map<String, List<Duration>> byTask = new LinkedHashMap<>();

    void add(String task, Duration taken) {
        byTask.computeIfAbsent(task, name -> new ArrayList<>()).add(taken);
    }

    /** In the order in which they came first. */
    Set<String> tasks() {
        return byTask.keySet();
    }

    /** The middle one; of an even number the upper of the two in the middle. */
    Duration median(String task) {
        List<Duration> taken = byTask.getOrDefault(task, List.of());
        if (taken.isEmpty()) {
            throw new IllegalArgumentException(task + " was not measured");
        }
        return taken.stream().sorted().skip(taken.size() / 2).findFirst().orElseThrow();
    }
}
