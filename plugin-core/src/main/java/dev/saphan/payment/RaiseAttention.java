/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.history.History;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Puts a payment on the list of those that a person has to look at, and takes it off: the story, the storefront and the
 * alerts hear of it. Call it inside a transaction with the payment locked.
 */
@Wired
class RaiseAttention {

    private final PaymentMessages messages;
    private final History history;
    private final Event<AttentionRaised> raised;
    private final Event<AttentionSettled> settled;
    private final Clock clock;

    @Inject
    RaiseAttention(
            PaymentMessages messages,
            History history,
            Event<AttentionRaised> raised,
            Event<AttentionSettled> settled,
            Clock clock) {
        this.messages = messages;
        this.history = history;
        this.raised = raised;
        this.settled = settled;
        this.clock = clock;
    }

    /** Once: while that kind is on the list, nothing happens. */
    void raise(Payment payment, Attention kind, String detail) {
        if (payment.raise(kind, clock.instant())) {
            history.write(payment.id().value(), "saphan", "attention." + kind.code(), detail);
            messages.tell(payment, OrderMessage.ATTENTION);
            raised.fire(new AttentionRaised(payment, kind, detail));
        }
    }

    /** Whether it was on the list until now. */
    boolean settle(Payment payment, Attention kind, String by) {
        boolean wasOpen = payment.settle(kind, clock.instant());
        if (wasOpen) {
            history.write(payment.id().value(), by, "attention.settled", kind.code());
            messages.tell(payment, OrderMessage.ATTENTION);
            settled.fire(new AttentionSettled(payment, kind, by));
        }
        return wasOpen;
    }
}
