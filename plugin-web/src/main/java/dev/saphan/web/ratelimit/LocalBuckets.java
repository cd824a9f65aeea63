/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.saphan.settings.RateLimit;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * Buckets of this node, one for each key. There are never more than {@link #MOST}: a flood of keys pushes out those that
 * are used least, and a bucket that comes back is full.
 */
public final class LocalBuckets {

    static final int MOST = 20_000;

    private final String name;
    private final RateLimit limit;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    /** @param name of the policy, as callers read it */
    public LocalBuckets(String name, RateLimit limit) {
        this(name, limit, TimeMeter.SYSTEM_NANOTIME);
    }

    LocalBuckets(String name, RateLimit limit, TimeMeter time) {
        this.name = name;
        this.limit = limit;
        this.time = time;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(limit.period())
                .executor(Runnable::run)
                .build();
    }

    public Permission take(String key) {
        ConsumptionProbe probe = buckets.get(key, unused -> full()).tryConsumeAndReturnRemaining(1);
        return new Permission(
                name,
                limit,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    int size() {
        buckets.cleanUp();
        return Math.toIntExact(buckets.estimatedSize());
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(limit.permits())
                        .refillGreedy(limit.permits(), limit.period())
                        .build())
                .withCustomTimePrecision(time)
                .build();
    }
}
