/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.history.History;
import dev.saphan.json.Wire;
import dev.saphan.money.Money;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentMessages;
import dev.saphan.payment.RefundBooking;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;

/** What follows from a refund's change: the payment's total, the story, the storefront. The payment is locked. */
@Wired
class RefundEffects {

    private final Refunds refunds;
    private final RefundBooking booking;
    private final PaymentMessages messages;
    private final History history;

    @Inject
    RefundEffects(Refunds refunds, RefundBooking booking, PaymentMessages messages, History history) {
        this.refunds = refunds;
        this.booking = booking;
        this.messages = messages;
        this.history = history;
    }

    void changed(Payment payment, Refund refund, String actor) {
        history.write(
                payment.id().value(),
                actor,
                "refund." + refund.status().code(),
                refund.amount()
                        + (refund.isVoided() ? " as a void" : "")
                        + refund.gatewayRefundId().map(id -> " " + id).orElse(""));
        booking.book(payment, wentBack(payment));
        if (refund.status() == RefundStatus.FAILED) {
            booking.raiseFailure(payment, refund.id() + " over " + refund.amount());
        }
        messages.tell(payment, OrderMessage.REFUND_UPDATED, Wire.write(RefundView.of(payment, refund)));
    }

    private Money wentBack(Payment payment) {
        return refunds.of(payment.id()).stream()
                .filter(refund -> refund.status() == RefundStatus.SUCCEEDED)
                .filter(refund -> payment.paidAttempt()
                        .filter(attempt -> refund.isFor(attempt.id()))
                        .isPresent())
                .map(Refund::amount)
                .reduce(Money.zero(payment.amount().currency()), Money::plus);
    }
}
