/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import java.time.Duration;

/**
 * A bucket that holds so many permits and fills again within the period, evenly. Written {@code 30/PT10M}.
 *
 * @param permits how many may be taken at once from a full bucket
 */
public record RateLimit(int permits, Duration period) {

    public RateLimit {
        if (permits < 1 || period.isNegative() || period.isZero() || period.toDays() > 31) {
            throw new IllegalArgumentException("Not a rate limit");
        }
    }

    /** @throws RuntimeException if it is none; see {@link SettingsReader#parsed} */
    static RateLimit parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("Not permits/period");
        }
        return new RateLimit(Integer.parseInt(parts[0].strip()), Duration.parse(parts[1].strip()));
    }

    /** After which one permit is there again. */
    public Duration interval() {
        return period.dividedBy(permits);
    }

    public RateLimit withPermits(int other) {
        return new RateLimit(other, period);
    }
}
