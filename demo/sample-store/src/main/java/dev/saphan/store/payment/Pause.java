/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import java.time.Duration;

/** A short wait before a call is made again. */
@FunctionalInterface
public interface Pause {

    void of(Duration duration) throws InterruptedException;
}
