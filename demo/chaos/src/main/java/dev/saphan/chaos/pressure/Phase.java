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
 */
record Phase(String name, Duration latency, Duration lasts, boolean isRush) {

    static Phase of(String name, int latencyMillis, int seconds) {
        return new Phase(name, Duration.ofMillis(latencyMillis), Duration.ofSeconds(seconds), false);
    }

    static Phase rush(String name, int latencyMillis, int seconds) {
        return new Phase(name, Duration.ofMillis(latencyMillis), Duration.ofSeconds(seconds), true);
    }
}
