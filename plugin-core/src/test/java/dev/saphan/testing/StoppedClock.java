/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until somebody moves it. */
public final class StoppedClock extends Clock {

    public static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");

    private final Instant begin;
    private volatile Instant now;

    /** At noon. */
    public StoppedClock() {
        this(NOON);
    }

    public StoppedClock(Instant now) {
        this.begin = now;
        this.now = now;
    }

    public void forward(Duration duration) {
        now = now.plus(duration);
    }

    public void reset() {
        now = begin;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
