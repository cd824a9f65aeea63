/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.payment;

import dev.saphan.payment.Payment;
import dev.saphan.payment.SyncPayment;
import dev.saphan.refund.QuoteRefund;
import dev.saphan.refund.RefundQuote;
import dev.saphan.web.admin.Wording;
import dev.saphan.web.admin.refund.RefundReasons;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Why a button does nothing for a payment as it stands; empty where it does something. */
@RequestScoped
class ButtonNotes {

    @Inject
    QuoteRefund quoteRefund;

    @Inject
    Wording wording;

    String sync(Payment payment) {
        boolean mayChange = payment.attempts().stream().anyMatch(SyncPayment::reads);
        return mayChange ? "" : wording.of(payment.attempts().isEmpty() ? "sync.no_charge" : "sync.nothing_open");
    }

    String cancel(Payment payment) {
        return switch (payment.status()) {
            case OPEN -> payment.isClosing() ? wording.of("cancel.under_way") : "";
            case PAID -> wording.of("cancel.paid");
            case CLOSED -> wording.of("cancel.closed");
        };
    }

    String refund(Payment payment) {
        RefundQuote quote = quoteRefund.quote(payment);
        return quote.reason()
                .map(reason -> wording.of(RefundReasons.key(payment, quote, reason)))
                .orElse("");
    }
}
