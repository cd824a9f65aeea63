/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.job.Job;
import dev.saphan.job.Lane;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Follows a refund until it is settled, because a webhook may never come. */
@Wired
class WatchRefund implements Job {

    static final String NAME = "watch-refund";

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofMinutes(10);

    private final FollowRefund followRefund;
    private final Clock clock;

    @Inject
    WatchRefund(FollowRefund followRefund, Clock clock) {
        this.followRefund = followRefund;
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
        RefundId refund = new RefundId(id);
        followRefund.follow(refund, "sweep");
        return followRefund
                .open(refund)
                .map(still -> Next.at(clock.instant().plus(still.known() ? LATER : SOON)))
                .orElse(Next.DONE);
    }
}
