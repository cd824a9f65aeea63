/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.retention.Perishable;
import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.inject.Produces;

/** A comparison is a picture of its day; the books themselves are kept for good. */
@Wired
class ReconciliationRetention {

    @Produces
    Perishable comparisons(Deployment deployment) {
        return new Perishable(
                "comparisons of the books",
                Reconciliation.class,
                "id",
                "e.createdAt < :before and e.runningKey is null",
                deployment.retention().reconciliations());
    }

    @Produces
    Perishable items(Deployment deployment) {
        return new Perishable(
                "compared charges and refunds",
                ReconciledItem.class,
                "id",
                "e.createdAt < :before",
                deployment.retention().reconciliations());
    }
}
