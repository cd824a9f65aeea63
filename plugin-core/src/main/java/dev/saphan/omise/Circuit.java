/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * Opens when most of the last calls failed. While it is open one call is let through each period, whatever became of the
 * one before: a call that hangs for its whole time limit keeps no later one from finding out that Omise answers again. The
 * first answer closes it.
 */
final class Circuit {

    private static final int OF_CALLS = 8;
    private static final int FAILED = 6;

    private final long period;
    private final LongSupplier nanoTime;
    private final Deque<Boolean> failures = new ArrayDeque<>(OF_CALLS);
    private boolean open;
    private long nextProbe;

    /** @param probePeriod how long after a call that was let through the next one is, while open */
    Circuit(Duration probePeriod) {
        this(probePeriod, System::nanoTime);
    }

    /** @param nanoTime goes on evenly, from anywhere */
    Circuit(Duration probePeriod, LongSupplier nanoTime) {
        this.period = probePeriod.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Whether a call would be let through now. */
    synchronized boolean isPassable() {
        return !open || nanoTime.getAsLong() - nextProbe >= 0;
    }

    /** Whether this call is let through. Takes the period's one probe if the circuit is open. */
    synchronized boolean pass() {
        if (!isPassable()) {
            return false;
        }
        if (open) {
            nextProbe = nanoTime.getAsLong() + period;
        }
        return true;
    }

    synchronized void answered() {
        if (open) {
            open = false;
            failures.clear();
        }
        remember(false);
    }

    synchronized void failed() {
        remember(true);
        if (!open && failures.stream().filter(Boolean::booleanValue).count() >= FAILED) {
            open = true;
            nextProbe = nanoTime.getAsLong() + period;
        }
    }

    private void remember(boolean failure) {
        if (failures.size() == OF_CALLS) {
            failures.removeFirst();
        }
        failures.addLast(failure);
    }
}
