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

    /** Whoever looks at a payment reads all of its attempts, and in days a patient stranger makes many. */
    static final int MOST_EVER = 300;

    private final RateLimit limit;
    private final Clock clock;

    @Inject
    AttemptLimit(Limits limits, Clock clock) {
        this(limits.attemptsOfAPayment(), clock);
    }

    AttemptLimit(RateLimit limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** @throws Problem if there were too many, lately or ever; to be asked before anything is done for another one */
    void require(Payment payment) {
        Instant now = clock.instant();
        if (payment.attempts().size() >= MOST_EVER) {
            throw Problem.of(ErrorCode.TOO_MANY_REQUESTS).after(Duration.between(now, payment.closesAt()));
        }
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
