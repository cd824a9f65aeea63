/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the requests. */
public final class FuzzReport {

    private static final int MOST_LOG = 300;

    private final List<String> findings = new ArrayList<>();
    private final StringBuilder table = new StringBuilder();

    FuzzReport(long seed) {
        table.append("Seed ").append(seed).append('\n');
    }

    void family(String name, Map<Integer, Integer> statuses, String log) {
        long refused = statuses.entrySet().stream()
                .filter(status -> status.getKey() >= 400)
                .mapToLong(Map.Entry::getValue)
                .sum();
        long each = log.length() / Math.max(refused, 1);
        table.append("%-13s %s, %d bytes of log for each of %d refused%n"
                .formatted(name, new TreeMap<>(statuses), each, refused));
        if (each > MOST_LOG) {
            findings.add(name + ": " + each + " bytes of log for a refused request");
        }
        NodeLog.faults(log)
                .forEach((fault, times) -> findings.add(name + ": " + times + " times in the log: " + fault));
    }

    void finding(String finding) {
        findings.add(finding);
    }

    /** What must not be; empty if all is well. */
    public List<String> findings() {
        return List.copyOf(findings);
    }

    public String text() {
        return table + String.join("\n", findings);
    }
}
