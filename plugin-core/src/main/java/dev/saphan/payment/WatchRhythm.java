/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.method.Flow;
import java.time.Duration;

/** How often an attempt that is not settled is looked at: dense at first, as most shoppers pay within minutes. */
public final class WatchRhythm {

    private WatchRhythm() {}

    /** @param age of the attempt */
    public static Duration of(Flow flow, AttemptStatus status, Duration age) {
        if (flow == Flow.SCAN || status.isUnanswered()) {
            return age.toMinutes() < 5 ? Duration.ofSeconds(3) : Duration.ofSeconds(30);
        }
        if (age.toMinutes() < 2) {
            return Duration.ofSeconds(5);
        }
        if (age.toMinutes() < 15) {
            return Duration.ofSeconds(20);
        }
        return age.toHours() < 2 ? Duration.ofMinutes(2) : Duration.ofMinutes(15);
    }
}
