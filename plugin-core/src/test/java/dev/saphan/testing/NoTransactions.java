/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import dev.saphan.persistence.Transactions;
import java.util.function.Supplier;

/** Just does the work. */
public final class NoTransactions implements Transactions {

    @Override
    public <T> T call(Supplier<T> work) {
        return work.get();
    }

    @Override
    public boolean isActive() {
        return false;
    }
}
