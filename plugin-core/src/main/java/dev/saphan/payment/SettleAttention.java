/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.persistence.Transactions;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;

/** A person looked at what a payment wanted attention for, and says so. The story keeps it; the list of work does not. */
@Wired
public class SettleAttention {

    private final Payments payments;
    private final RaiseAttention attention;
    private final Transactions transactions;

    @Inject
    SettleAttention(Payments payments, RaiseAttention attention, Transactions transactions) {
        this.payments = payments;
        this.attention = attention;
        this.transactions = transactions;
    }

    /** Whether it was open until now. */
    public boolean settle(PaymentId id, Attention kind, String by) {
        return transactions.call(() -> attention.settle(payments.lock(id), kind, by));
    }
}
