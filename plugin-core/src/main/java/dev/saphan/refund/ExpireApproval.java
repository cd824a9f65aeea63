/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.job.Job;
import dev.saphan.job.Lane;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;

/** Frees the amount of a refund about which nobody decided in time. */
@Wired
class ExpireApproval implements Job {

    static final String NAME = "expire-refund-approval";

    private final DecideRefund decideRefund;

    @Inject
    ExpireApproval(DecideRefund decideRefund) {
        this.decideRefund = decideRefund;
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
        decideRefund.expire(new ApprovalId(id));
        return Next.DONE;
    }
}
