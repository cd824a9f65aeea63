/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.ratelimit;

import dev.saphan.secret.Digests;
import dev.saphan.settings.RateLimit;

/**
 * A permit out of a bucket.
 *
 * @param bucket its key; see {@link #of}
 */
public record Share(String bucket, RateLimit limit) {

    /** @param whose is kept as a hash only: it may be a name or an address */
    public static Share of(String kind, String whose, RateLimit limit) {
        return new Share(kind + ":" + Digests.sha256(whose), limit);
    }

    public Share within(RateLimit other) {
        return new Share(bucket, other);
    }
}
