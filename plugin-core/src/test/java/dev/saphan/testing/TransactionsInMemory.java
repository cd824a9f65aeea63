/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import dev.saphan.persistence.Transactions;
import java.util.function.Supplier;

/** One ends by giving what changed a new version. Nothing is rolled back: what threw has done what it did. */
public final class TransactionsInMemory implements Transactions {

    private final RowsInMemory rows;
    private boolean active;

    public TransactionsInMemory(RowsInMemory rows) {
        this.rows = rows;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        if (active) {
            throw new IllegalStateException("There is a transaction already");
        }
        active = true;
        try {
            return work.get();
        } finally {
            rows.commit();
            active = false;
        }
    }

    @Override
    public boolean isActive() {
        return active;
    }
}
