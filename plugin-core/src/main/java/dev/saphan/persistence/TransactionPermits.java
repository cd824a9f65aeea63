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

    private static final int PATIENTLY = 10;

    private final Semaphore permits;
    private final Duration longestWait;

    public TransactionPermits(int atOnce, Duration longestWait) {
        this.permits = new Semaphore(atOnce, true);
        this.longestWait = longestWait;
    }

    /** @throws DatabaseUnavailable if none came free in time; the work was not begun */
    public <T> T call(Supplier<T> work) {
        return call(longestWait, work);
    }

    /** As {@link #call}, for who must not be turned away: waits many times as long. */
    <T> T callPatiently(Supplier<T> work) {
        return call(longestWait.multipliedBy(PATIENTLY), work);
    }

    private <T> T call(Duration wait, Supplier<T> work) {
        if (!acquire(wait)) {
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

    private boolean acquire(Duration wait) {
        try {
            return permits.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
