/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.settings.Limits;
import dev.saphan.settings.RateLimit;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How many attempts may be begun on one payment: each is a charge at Omise. The attempts themselves are counted, under
 * the payment's lock, so that all nodes count alike.
 */
@Wired
class AttemptLimit {

    private final RateLimit limit;
    private final Clock clock;

    @Inject
    AttemptLimit(Limits limits, Clock clock) {
        this.limit = limits.attemptsOfAPayment();
        this.clock = clock;
    }

    /** @throws Problem if there were too many lately; to be asked before anything is done for another one */
    void require(Payment payment) {
        Instant now = clock.instant();
        List<Instant> lately = payment.attempts().stream()
                .map(Attempt::createdAt)
                .filter(begun -> begun.plus(limit.period()).isAfter(now))
                .sorted()
                .toList();
        if (lately.size() >= limit.permits()) {
            Instant free = lately.get(lately.size() - limit.permits()).plus(limit.period());
            throw Problem.of(ErrorCode.TOO_MANY_REQUESTS).after(Duration.between(now, free));
        }
    }
}
