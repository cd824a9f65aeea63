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
 */
record Phase(String name, Duration latency, Duration lasts) {

    static Phase of(String name, int latencyMillis, int seconds) {
        return new Phase(name, Duration.ofMillis(latencyMillis), Duration.ofSeconds(seconds));
    }
}
