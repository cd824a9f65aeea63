/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.money.Money;
import dev.saphan.payment.Payment;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;

/** Whether an amount can go back of a payment right now. */
final class RefundCheck {

    private RefundCheck() {}

    /** @throws Problem if what the person saw is no longer what is left */
    static void requireSeen(Money expected, RefundQuote quote) {
        if (!expected.equals(quote.remaining())) {
            throw Problem.of(ErrorCode.REMAINING_CHANGED, quote.remaining()).with("remaining", quote.remaining());
        }
    }

    /** @throws Problem if it is no amount of that payment */
    static void requireAmount(Money amount, Payment payment) {
        if (!amount.currency().equals(payment.amount().currency())) {
            throw Problem.inField(ErrorCode.INVALID_FIELD, "amount.currency");
        }
        if (!amount.isPositive()) {
            throw Problem.inField(ErrorCode.INVALID_AMOUNT, "amount.amount");
        }
    }

    /** @throws Problem if it does not fit, or nothing can go back */
    static void requireFits(Money amount, Payment payment, RefundQuote quote) {
        if (amount.isGreaterThan(quote.remaining())) {
            throw Problem.inField(ErrorCode.AMOUNT_EXCEEDS_REMAINING, "amount", quote.remaining());
        }
        boolean isAll = amount.equals(payment.amount());
        ErrorCode noParts = ErrorCode.PARTIAL_REFUND_NOT_SUPPORTED;
        quote.reason().filter(code -> code != noParts).ifPresent(code -> {
            throw Problem.of(code);
        });
        if (!isAll && !quote.partial()) {
            throw Problem.inField(noParts, "amount");
        }
    }
}
