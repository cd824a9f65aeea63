/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.refund;

import dev.saphan.gateway.Dispute;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.AttemptStatus;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentStatus;
import dev.saphan.problem.ErrorCode;
import dev.saphan.refund.RefundQuote;
import java.util.Optional;

/** Tells apart why nothing can go back, for a person who can do something about it. */
public final class RefundReasons {

    private RefundReasons() {}

    /** The key of the sentence. */
    public static String key(Payment payment, RefundQuote quote, ErrorCode reason) {
        if (payment.status() != PaymentStatus.PAID) {
            return "refund.reason.not_paid";
        }
        Optional<Attempt> paid = payment.paidAttempt();
        if (paid.filter(attempt -> attempt.status() != AttemptStatus.SUCCESSFUL).isPresent()) {
            return "refund.reason.reversed";
        }
        if (paid.flatMap(Attempt::disputeStatus)
                .filter(Dispute.Status.OPEN::equals)
                .isPresent()) {
            return "refund.reason.disputed";
        }
        if (!quote.remaining().isPositive()) {
            return "refund.reason.nothing_left";
        }
        return switch (reason) {
            case REFUND_WINDOW_CLOSED -> "refund.reason.refund_window_closed";
            case PARTIAL_REFUND_NOT_SUPPORTED -> "refund.reason.partial_refund_not_supported";
            default -> "refund.reason.not_refundable";
        };
    }
}
