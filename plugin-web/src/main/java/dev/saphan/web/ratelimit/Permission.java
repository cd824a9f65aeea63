/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.ratelimit;

import dev.saphan.settings.RateLimit;
import java.time.Duration;

/**
 * What a bucket answered.
 *
 * @param delay until a permit is there, if none was
 * @param untilFull until the bucket is full again
 */
public record Permission(
        String policy, RateLimit limit, boolean granted, long remaining, Duration delay, Duration untilFull) {

    /** The attribute of a request that was held to one. */
    public static final String KEY = Permission.class.getName();

    /** As in {@code RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers). */
    public String policyHeader() {
        return "\"" + policy + "\";q=" + limit.permits() + ";w="
                + Math.max(1, limit.period().toSeconds());
    }

    /** As in {@code RateLimit}: what is left, and in how many seconds all of it is there again. */
    public String header() {
        return "\"" + policy + "\";r=" + remaining + ";t=" + seconds(untilFull);
    }

    /** Whole seconds, at least one. */
    public static long seconds(Duration duration) {
        return Math.max(1, duration.plusMillis(999).toSeconds());
    }
}
