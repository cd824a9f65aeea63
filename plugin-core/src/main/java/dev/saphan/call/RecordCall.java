/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.call;

import dev.saphan.gateway.GatewayCalled;
import dev.saphan.persistence.Transactions;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes each call about a charge down. The books do not depend on it: if it cannot be written, it is logged. */
@Wired
class RecordCall {

    private static final Logger LOG = Logger.getLogger(RecordCall.class.getName());

    private final GatewayCalls calls;
    private final Transactions transactions;

    @Inject
    RecordCall(GatewayCalls calls, Transactions transactions) {
        this.calls = calls;
        this.transactions = transactions;
    }

    void called(@Observes GatewayCalled called) {
        try {
            transactions.run(() -> calls.enter(called));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A call to the gateway was not written down", e);
        }
    }
}
