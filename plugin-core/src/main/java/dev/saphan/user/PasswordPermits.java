/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Permits to work on a password: it takes 19 MiB and a core for some tens of milliseconds, and strangers can ask for it.
 * A few wait for a permit, and briefly; everybody else is told at once to come again.
 */
final class PasswordPermits {

    private static final int WAITING_FOR_EACH = 8;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Semaphore permits;
    private final Semaphore places;
    private final Duration longestWait;

    PasswordPermits(int permits, Duration longestWait) {
        this.permits = new Semaphore(permits, true);
        this.places = new Semaphore(permits * (1 + WAITING_FOR_EACH));
        this.longestWait = longestWait;
    }

    /** As many as there are cores. */
    static PasswordPermits ofThisMachine() {
        return new PasswordPermits(Runtime.getRuntime().availableProcessors(), Duration.ofSeconds(2));
    }

    /** @throws Problem if there is no permit within the wait, or too many wait */
    <T> T with(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw tooMany();
        }
        try {
            return permitted(work);
        } finally {
            places.release();
        }
    }

    private <T> T permitted(Supplier<T> work) {
        if (!acquired()) {
            throw tooMany();
        }
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    private boolean acquired() {
        try {
            return permits.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Problem tooMany() {
        return Problem.of(ErrorCode.TOO_MANY_REQUESTS).after(RETRY_AFTER);
    }
}
