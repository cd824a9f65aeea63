/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.ratelimit;

import dev.saphan.persistence.Transactions;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Buckets that are full say nothing. Whoever takes permits has some of them deleted once a minute, so that there are
 * never many more than were used lately, however many names and addresses a flood invents.
 */
@Wired
public class ForgetBuckets {

    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int AT_ONCE = 500;

    private final SharedBuckets buckets;
    private final Transactions transactions;
    private final Clock clock;
    private final AtomicReference<Instant> next = new AtomicReference<>(Instant.EPOCH);

    @Inject
    ForgetBuckets(SharedBuckets buckets, Transactions transactions, Clock clock) {
        this.buckets = buckets;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Does nothing if it was done lately. Outside any transaction. */
    public void now() {
        Instant due = Objects.requireNonNull(next.get());
        Instant now = clock.instant();
        // further ahead than a period it can only be if the clock was set back
        boolean doneLately = now.isBefore(due) && !due.isAfter(now.plus(PERIOD));
        if (doneLately || !next.compareAndSet(due, now.plus(PERIOD))) {
            return;
        }
        while (transactions.callAgainOnConflict(() -> buckets.forget(AT_ONCE)) == AT_ONCE) {}
    }
}
