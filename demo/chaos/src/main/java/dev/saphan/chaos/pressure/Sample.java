/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.pressure;

/**
 * One request as its sender saw it.
 *
 * @param status 0 if no answer came
 * @param retryAfter whether it said when to come again
 * @param nanos until the whole answer was there
 */
record Sample(Operation operation, int status, boolean retryAfter, long nanos) {

    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    /** Turned away for the moment, and told so. */
    boolean isRefused() {
        return (status == TOO_MANY || status == UNAVAILABLE) && retryAfter;
    }

    /** Neither served nor turned away as one should be. */
    boolean isBroken() {
        return !isRefused() && (status == 0 || status == TOO_MANY || status >= 500);
    }

    long millis() {
        return nanos / 1_000_000;
    }
}
