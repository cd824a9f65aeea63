/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Gateway;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Our clock and Omise's agree: webhooks are refused when they seem too old, and expiry is counted by our clock. */
@Wired
class ClockCheck implements ReadinessCheck {

    private static final Duration NOTICED = Duration.ofSeconds(20);

    /** Far enough within the five minutes after which a webhook counts as forged. */
    private static final Duration TOO_FAR = Duration.ofMinutes(2);

    private final Gateway gateway;
    private final Clock clock;

    @Inject
    ClockCheck(Gateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "clock";
    }

    @Override
    public Area area() {
        return Area.OMISE;
    }

    @Override
    public Finding look(Subject subject) {
        Instant before = clock.instant();
        Answer<Instant> answer = gateway.time(subject.account());
        Instant after = clock.instant();
        if (!(answer instanceof Answer.Ok<Instant> ok)) {
            return NoWord.of(answer);
        }
        Duration ahead = ahead(before, after, ok.value());
        if (ahead.abs().compareTo(NOTICED) <= 0) {
            return Finding.passed("agrees", NOTICED.toSeconds());
        }
        String way = ahead.isNegative() ? "behind" : "ahead";
        return ahead.abs().compareTo(TOO_FAR) <= 0
                ? Finding.warning(way, ahead.abs().toSeconds())
                : Finding.failed(way, ahead.abs().toSeconds());
    }

    /** By how much ours is ahead at least: theirs was read somewhere between the two, and is cut to the second. */
    private static Duration ahead(Instant before, Instant after, Instant theirs) {
        if (before.isAfter(theirs.plusSeconds(1))) {
            return Duration.between(theirs.plusSeconds(1), before);
        }
        return after.isBefore(theirs) ? Duration.between(theirs, after) : Duration.ZERO;
    }
}
