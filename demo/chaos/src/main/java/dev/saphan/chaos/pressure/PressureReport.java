/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.pressure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a run showed.
 *
 * @param before the node at rest, after it had served as many
 * @param after the node at rest, in the end
 * @param chargesByOrder how many charges Omise has of each order that was started
 */
public record PressureReport(Samples samples, Vitals before, Vitals after, Map<String, Integer> chargesByOrder) {

    /** A refused request waited for a permit and for a place at the database, two seconds each at the most. */
    private static final long LONGEST_REFUSAL_MILLIS = 6000;

    /** What is not as it should be; empty for a clean run. */
    public List<String> findings() {
        List<String> findings = new ArrayList<>(after.leakedSince(before));
        List<Sample> broken = samples.all(Sample::isBroken);
        if (!broken.isEmpty()) {
            findings.add(
                    broken.size() + " requests were neither served nor politely refused, such as " + broken.get(0));
        }
        samples.phases().stream()
                .filter(phase -> !phase.startsWith(PressureRun.WARM_UP))
                .flatMap(phase -> samples.of(phase, PressureReport::isRefusedLate).stream()
                        .limit(1)
                        .map(slow -> "while \"" + phase + "\" a request was refused late: " + slow))
                .forEach(findings::add);
        samples.all(sample -> sample.operation() == Operation.HEALTH && sample.status() != 200).stream()
                .findFirst()
                .ifPresent(sick -> findings.add("the node was not ready: " + sick));
        samples
                .of(PressureRun.AFTERWARDS, sample -> sample.isRefused() && sample.operation() != Operation.SIGN_IN)
                .stream()
                .findFirst()
                .ifPresent(refused ->
                        findings.add("five seconds after Omise answers again a request was refused: " + refused));
        chargesByOrder.entrySet().stream()
                .filter(order -> order.getValue() > 1)
                .findFirst()
                .ifPresent(order -> findings.add("an order was charged more than once: " + order));
        if (samples.of(PressureRun.AFTERWARDS, sample -> sample.operation() == Operation.START)
                .isEmpty()) {
            findings.add("nothing was started in the end, so nothing is shown");
        }
        return findings;
    }

    private static boolean isRefusedLate(Sample sample) {
        return sample.isRefused() && sample.millis() > LONGEST_REFUSAL_MILLIS;
    }

    public String text() {
        StringBuilder text = new StringBuilder("\n").append(samples.table());
        text.append("\nat rest before: ")
                .append(before)
                .append("\nat rest after:  ")
                .append(after)
                .append('\n');
        List<String> findings = findings();
        text.append(findings.isEmpty() ? "\nNothing leaked, nothing broke.\n" : "\n");
        findings.forEach(finding -> text.append("FOUND: ").append(finding).append('\n'));
        return text.toString();
    }
}
