/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.history.History;
import dev.saphan.persistence.Transactions;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;

/** A person looked at what a payment wanted attention for, and says so. The story keeps it; the list of work does not. */
@Wired
public class SettleAttention {

    private final Payments payments;
    private final PaymentMessages messages;
    private final History history;
    private final Event<AttentionSettled> settled;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    SettleAttention(
            Payments payments,
            PaymentMessages messages,
            History history,
            Event<AttentionSettled> settled,
            Transactions transactions,
            Clock clock) {
        this.payments = payments;
        this.messages = messages;
        this.history = history;
        this.settled = settled;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether it was open until now. */
    public boolean settle(PaymentId id, Attention kind, String by) {
        return transactions.call(() -> {
            Payment payment = payments.lock(id);
            boolean wasOpen = payment.settle(kind, clock.instant());
            if (wasOpen) {
                history.write(id.value(), by, "attention.settled", kind.code());
                messages.tell(payment, OrderMessage.ATTENTION);
                settled.fire(new AttentionSettled(payment, kind, by));
            }
            return wasOpen;
        });
    }
}
