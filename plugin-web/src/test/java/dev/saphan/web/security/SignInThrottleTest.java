/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void letsSomebodyMistypeAFewTimes() {
        fail(4);

        assertThat(throttle.mustWait("admin", "192.0.2.1")).isFalse();
    }

    @Test
    void waitsLongerAfterEveryFurtherFailure() {
        fail(5);
        assertThat(throttle.mustWait("admin", "192.0.2.1")).isTrue();

        pass(Duration.ofSeconds(16));
        assertThat(throttle.mustWait("admin", "192.0.2.1")).isFalse();

        fail(1);
        pass(Duration.ofSeconds(16));
        assertThat(throttle.mustWait("admin", "192.0.2.1")).isTrue();
    }

    @Test
    void locksNobodyOutFromElsewhere() {
        fail(50);

        assertThat(throttle.mustWait("admin", "192.0.2.2")).isFalse();
    }

    @Test
    void forgetsFailuresAfterASuccess() {
        fail(5);
        throttle.succeeded("admin", "192.0.2.1");

        assertThat(throttle.mustWait("admin", "192.0.2.1")).isFalse();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed("admin", "192.0.2.1");
        }
    }

    private void pass(Duration duration) {
        now.updateAndGet(time -> time.plus(duration));
    }
}
