/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import jakarta.inject.Singleton;
import java.time.Duration;

/** Waits on the clock on the wall. */
@Singleton
class RealPause implements Pause {

    @Override
    public void of(Duration duration) throws InterruptedException {
        Thread.sleep(duration.toMillis());
    }
}
