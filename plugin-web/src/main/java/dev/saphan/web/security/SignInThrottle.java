/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing on this node: after five wrong passwords for a name from one address it waits, twice as long each
 * time, up to a quarter of an hour. Other addresses may still sign in with that name, so nobody can be locked out.
 */
@Wired
class SignInThrottle {

    private static final int FREE = 5;
    private static final int MOST_REMEMBERED = 10_000;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    @Inject
    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant last) {}

    synchronized boolean mustWait(String name, String address) {
        Failures known = failures.get(key(name, address));
        return known != null
                && known.count() >= FREE
                && known.last().plus(waitAfter(known.count())).isAfter(clock.instant());
    }

    synchronized void failed(String name, String address) {
        Instant now = clock.instant();
        failures.values().removeIf(known -> known.last().plus(FORGOTTEN_AFTER).isBefore(now));
        if (failures.size() >= MOST_REMEMBERED) {
            failures.remove(failures.keySet().iterator().next());
        }
        failures.merge(
                key(name, address), new Failures(1, now), (known, first) -> new Failures(known.count() + 1, now));
    }

    synchronized void succeeded(String name, String address) {
        failures.remove(key(name, address));
    }

    private static Duration waitAfter(int count) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - FREE, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static String key(String name, String address) {
        return address + " " + name;
    }
}
