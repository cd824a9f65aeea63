/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.pressure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What clients saw, by phase. A request counts for the phase in which it was sent. */
final class Samples {

    private final Map<String, List<Sample>> byPhase = new LinkedHashMap<>();

    synchronized void add(String phase, Sample sample) {
        byPhase.computeIfAbsent(phase, first -> new ArrayList<>()).add(sample);
    }

    synchronized List<Sample> of(String phase, Predicate<Sample> wanted) {
        return byPhase.getOrDefault(phase, List.of()).stream().filter(wanted).toList();
    }

    synchronized List<Sample> all(Predicate<Sample> wanted) {
        return byPhase.values().stream().flatMap(List::stream).filter(wanted).toList();
    }

    synchronized List<String> phases() {
        return List.copyOf(byPhase.keySet());
    }

    /** A line for each phase and operation. */
    synchronized String table() {
        StringBuilder text = new StringBuilder(String.format(
                "%-22s %-9s %8s %8s %8s %8s %8s %8s %13s%n",
                "phase", "operation", "served", "refused", "broken", "p50 ms", "p99 ms", "max ms", "refused by ms"));
        byPhase.forEach((phase, samples) -> samples.stream()
                .collect(Collectors.groupingBy(
                        Sample::operation, () -> new EnumMap<>(Operation.class), Collectors.toList()))
                .forEach((operation, some) -> text.append(line(phase, operation, some))));
        return text.toString();
    }

    private static String line(String phase, Operation operation, List<Sample> samples) {
        long refused = samples.stream().filter(Sample::isRefused).count();
        long broken = samples.stream().filter(Sample::isBroken).count();
        List<Long> millis = samples.stream()
                .map(Sample::millis)
                .sorted(Comparator.naturalOrder())
                .toList();
        return String.format(
                "%-22s %-9s %8d %8d %8d %8d %8d %8d %13d%n",
                phase,
                operation.name().toLowerCase(Locale.ROOT),
                samples.size() - refused - broken,
                refused,
                broken,
                millis.get(millis.size() / 2),
                millis.get((int) (millis.size() * 0.99)),
                millis.get(millis.size() - 1),
                samples.stream()
                        .filter(Sample::isRefused)
                        .mapToLong(Sample::millis)
                        .max()
                        .orElse(0));
    }
}
