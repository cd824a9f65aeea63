/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.job.Job;
import dev.saphan.job.Lane;
import dev.saphan.method.Flow;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Follows one attempt until it is settled, because a webhook may never come: reads its charge in a rhythm that is dense
 * at first and again near the expiry. A code that a cashier scanned is given up after a configured wait: expired at
 * Omise and read once more. What Omise still calls pending after its expiry is expired there, never here alone; so is
 * one whose payment was cancelled before Omise had answered, or was paid by a second charge.
 */
@Wired
class WatchAttempt implements Job {

    static final String NAME = "watch-attempt";

    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Payments payments;
    private final SyncAttempt syncAttempt;
    private final ExpireAttempt expireAttempt;
    private final Transactions transactions;
    private final Deployment deployment;
    private final Clock clock;

    @Inject
    WatchAttempt(
            Payments payments,
            SyncAttempt syncAttempt,
            ExpireAttempt expireAttempt,
            Transactions transactions,
            Deployment deployment,
            Clock clock) {
        this.payments = payments;
        this.syncAttempt = syncAttempt;
        this.expireAttempt = expireAttempt;
        this.transactions = transactions;
        this.deployment = deployment;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Lane lane() {
        return Lane.PAYMENTS;
    }

    @Override
    public Next run(String id) {
        AttemptId attempt = new AttemptId(id);
        Optional<Live> live = live(attempt);
        if (live.isEmpty()) {
            return Next.DONE;
        }
        syncAttempt.sync(attempt, "sweep");
        Optional<Live> after = live(attempt);
        if (after.isPresent() && isOverdue(after.get())) {
            expireAttempt.expire(attempt, "sweep");
            after = live(attempt);
        }
        return after.map(found -> Next.at(clock.instant().plus(pause(found)))).orElse(Next.DONE);
    }

    private boolean isOverdue(Live live) {
        Instant now = clock.instant();
        boolean waitedAtTill = live.flow() == Flow.SCAN
                && live.createdAt().plus(deployment.scanWait()).isBefore(now);
        boolean expired = live.expiresAt()
                .filter(expiry -> expiry.plus(GRACE).isBefore(now))
                .isPresent();
        return live.status() == AttemptStatus.PENDING && (waitedAtTill || expired || live.isUnwanted());
    }

    private Duration pause(Live live) {
        Instant now = clock.instant();
        Duration age = Duration.between(live.createdAt(), now);
        Duration rhythm = WatchRhythm.of(live.flow(), live.status(), age);
        return live.expiresAt()
                .map(expiry -> Duration.between(now, expiry.plus(GRACE).plusMillis(500)))
                .filter(untilExpiry -> !untilExpiry.isNegative() && untilExpiry.compareTo(rhythm) < 0)
                .orElse(rhythm);
    }

    private Optional<Live> live(AttemptId id) {
        return transactions.call(() -> payments.findAttempt(id)
                .filter(attempt -> attempt.status().isLive())
                .map(attempt -> new Live(
                        attempt.status(),
                        attempt.flow(),
                        attempt.createdAt(),
                        attempt.expiresAt(),
                        attempt.payment().isClosing() || attempt.payment().status() == PaymentStatus.PAID)));
    }

    /** @param isUnwanted its payment is to be closed as soon as it comes to nothing, or was paid by another charge */
    private record Live(
            AttemptStatus status, Flow flow, Instant createdAt, Optional<Instant> expiresAt, boolean isUnwanted) {}
}
