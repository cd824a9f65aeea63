/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.storefront.OrderConflict;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** A storefront that cannot apply an outcome is a matter for a person. */
@Wired
class RaiseOrderConflict {

    private final Payments payments;
    private final RaiseAttention attention;

    @Inject
    RaiseOrderConflict(Payments payments, RaiseAttention attention) {
        this.payments = payments;
        this.attention = attention;
    }

    void raise(@Observes OrderConflict conflict) {
        boolean aboutAttention = conflict.messageType().equals(OrderMessage.ATTENTION);
        if (!aboutAttention) {
            payments.lockIfThere(new PaymentId(conflict.subjectId()))
                    .ifPresent(payment -> attention.raise(
                            payment,
                            Attention.ORDER_CONFLICT,
                            conflict.messageType() + " met an order that is " + conflict.currentState()));
        }
    }
}
