/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.identity.Ids;

/** Names one comparison of the books. */
public record ReconciliationId(String value) {

    static ReconciliationId next() {
        return new ReconciliationId(Ids.next("rec"));
    }

    @Override
    public String toString() {
        return value;
    }
}
