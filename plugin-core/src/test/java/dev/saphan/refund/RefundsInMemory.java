/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.payment.PaymentId;
import dev.saphan.testing.NoDatabase;
import java.util.List;

/** The refunds of the only payment there is. */
final class RefundsInMemory extends Refunds {

    private final List<Refund> all;

    RefundsInMemory(List<Refund> all) {
        super(NoDatabase.entities());
        this.all = all;
    }

    @Override
    public List<Refund> of(PaymentId payment) {
        return all;
    }
}
