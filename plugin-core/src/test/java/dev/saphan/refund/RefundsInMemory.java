/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.payment.PaymentId;
import dev.saphan.testing.NoDatabase;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The refunds of the only payment there is. */
final class RefundsInMemory extends Refunds {

    private final List<Refund> all;

    RefundsInMemory(List<Refund> all) {
        this(NoDatabase.entities(), all);
    }

    /** @param entities where one is found by its id */
    RefundsInMemory(EntityManager entities, List<Refund> all) {
        super(entities);
        this.all = all;
    }

    @Override
    public List<Refund> of(PaymentId payment) {
        return all;
    }
}
