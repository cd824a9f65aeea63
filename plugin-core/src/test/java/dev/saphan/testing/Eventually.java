/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;

/** Waits for what other threads do; a generous limit that is only reached when it never happens. */
public final class Eventually {

    /** Who breaks a line on purpose waits for many things that never happen, and asks for less patience. */
    private static final int SECONDS = Integer.getInteger("saphan.test.patience", 20);

    private Eventually() {}

    public static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(SECONDS))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(assertion);
    }
}
