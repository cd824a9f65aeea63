/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund.batch;

import dev.saphan.retention.Perishable;
import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.inject.Produces;

/** The refunds stay; that they were asked for together is of interest for a while only. */
@Wired
class RefundBatchRetention {

    @Produces
    Perishable batches(Deployment deployment) {
        return new Perishable(
                "refunds of a selection",
                RefundBatch.class,
                "id",
                "e.createdAt < :before",
                deployment.retention().orderCommands());
    }

    @Produces
    Perishable items(Deployment deployment) {
        return new Perishable(
                "results of refunds of a selection",
                RefundBatchItem.class,
                "id",
                "e.createdAt < :before",
                deployment.retention().orderCommands());
    }
}
