/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import java.util.List;
import java.util.Set;

/**
 * The next of ours that the gateway's list did not have.
 *
 * @param charges whose word is needed to compare them
 * @param last the last one looked at, also where the list had it; empty after the end
 */
record Ours<T>(List<T> sought, Set<String> charges, String last, boolean isLast) {

    /** How many are looked at together. */
    static final int BATCH = 25;

    /** @param seen the ids of all that were looked at */
    Ours(List<T> sought, Set<String> charges, List<String> seen) {
        this(sought, charges, seen.isEmpty() ? "" : seen.get(seen.size() - 1), seen.size() < BATCH);
    }
}
