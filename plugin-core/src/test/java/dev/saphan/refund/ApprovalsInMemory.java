/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.payment.PaymentId;
import dev.saphan.testing.NoDatabase;
import java.util.List;

/** Nothing waits for approval. */
final class ApprovalsInMemory extends RefundApprovals {

    private final List<RefundApproval> all;

    ApprovalsInMemory(RefundApproval... all) {
        super(NoDatabase.entities());
        this.all = List.of(all);
    }

    @Override
    public List<RefundApproval> of(PaymentId payment) {
        return all;
    }
}
