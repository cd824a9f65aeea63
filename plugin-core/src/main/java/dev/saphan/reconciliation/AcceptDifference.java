/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.persistence.Transactions;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;

/** A person has looked at a difference that cannot be mended by reading, and leaves it as it is. */
@Wired
public class AcceptDifference {

    private final ReconciledItems items;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    AcceptDifference(ReconciledItems items, Transactions transactions, Clock clock) {
        this.items = items;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether it was for a person to decide until now. */
    public boolean accept(String id, String by) {
        return transactions.call(() -> {
            if (items.find(id).isEmpty()) {
                return false;
            }
            ReconciledItem item = items.lock(id);
            boolean waits = item.needsPerson();
            if (waits) {
                item.handled(Outcome.ACCEPTED, by, clock.instant());
            }
            return waits;
        });
    }
}
