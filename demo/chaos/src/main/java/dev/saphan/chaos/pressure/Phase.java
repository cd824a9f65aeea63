/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.pressure;

import java.time.Duration;

/**
 * A time in which Omise behaves in one way.
 *
 * @param latency of each of its answers
 * @param lasts how long
 * @param isRush everybody starts a payment at the same moment when it begins
 * @param people how many of them are there; the others only finish what they began
 */
record Phase(String name, Duration latency, Duration lasts, boolean isRush, int people) {

    private static final int EVERYBODY = Integer.MAX_VALUE;

    static Phase of(String name, int latencyMillis, int seconds) {
        return new Phase(name, Duration.ofMillis(latencyMillis), Duration.ofSeconds(seconds), false, EVERYBODY);
    }

    static Phase rush(String name, int latencyMillis, int seconds) {
        return new Phase(name, Duration.ofMillis(latencyMillis), Duration.ofSeconds(seconds), true, EVERYBODY);
    }

    /** With fewer people than any machine can serve, so that a refusal is a fault and no want of processors. */
    static Phase calm(String name, int latencyMillis, int seconds, int people) {
        return new Phase(name, Duration.ofMillis(latencyMillis), Duration.ofSeconds(seconds), false, people);
    }
}
