/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.persistence;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Fewer transactions at once than the pool has connections, so that nobody ever waits inside the pool. First come, first
 * served; the permit comes back whatever becomes of the work.
 */
public final class TransactionPermits {

    private final Semaphore permits;
    private final Duration longestWait;

    public TransactionPermits(int atOnce, Duration longestWait) {
        this.permits = new Semaphore(atOnce, true);
        this.longestWait = longestWait;
    }

    /** @throws DatabaseUnavailable if none came free in time; the work was not begun */
    public <T> T call(Supplier<T> work) {
        if (!acquire()) {
            throw new DatabaseUnavailable("Too many transactions at once", null);
        }
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    /** How many more transactions could begin now. */
    public int free() {
        return permits.availablePermits();
    }

    private boolean acquire() {
        try {
            return permits.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
