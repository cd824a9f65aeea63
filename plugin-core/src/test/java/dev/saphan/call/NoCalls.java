/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.call;

import dev.saphan.testing.NoTransactions;
import dev.saphan.testing.RowsInMemory;

/** For tests whose gateway tells nobody of its calls. */
public final class NoCalls {

    private NoCalls() {}

    public static CallLog log() {
        return new CallLog(new GatewayCalls(new RowsInMemory().entities()), new NoTransactions());
    }
}
