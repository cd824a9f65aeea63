/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.history.History;
import dev.saphan.persistence.Transactions;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;

/**
 * Remembers in a payment's story that somebody with its address came. It changes nothing of the payment and tells nobody;
 * a link preview is such a visit too. Only the first few are written down.
 */
@Wired
public class NoteVisit {

    /** Where they came to. */
    public enum Visit {
        /** The payment page; only the first time is told. */
        OPENED("shopper.opened", 1),
        /** The address that the wallet sends them back to. */
        RETURNED("shopper.returned", 10);

        private final String kind;
        private final int most;

        Visit(String kind, int most) {
            this.kind = kind;
            this.most = most;
        }
    }

    private final History history;
    private final Transactions transactions;

    @Inject
    NoteVisit(History history, Transactions transactions) {
        this.history = history;
        this.transactions = transactions;
    }

    public void note(PaymentId id, Visit visit) {
        transactions.run(() -> {
            if (history.count(id.value(), visit.kind) < visit.most) {
                history.write(id.value(), "shopper", visit.kind, null);
            }
        });
    }
}
