/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.book;

import dev.saphan.chaos.book.Finding.Kind;
import java.util.ArrayList;
import java.util.List;

/** What is still under way in any book. */
final class UnfinishedWork {

    private UnfinishedWork() {}

    static List<Finding> of(Books books) {
        List<Finding> findings = new ArrayList<>();
        PaymentBook payments = books.payments();
        books.omise().charges().stream()
                .filter(charge -> charge.status().equals("pending"))
                .forEach(charge -> findings.add(stuck("charge " + charge.id() + " is pending at Omise")));
        payments.attempts().stream()
                .filter(attempt -> !attempt.isSettled())
                .forEach(attempt -> findings.add(stuck("attempt " + attempt.id() + " of payment " + attempt.payment()
                        + " is " + attempt.status() + ", charge '" + attempt.charge() + "'")));
        payments.payments().stream()
                .filter(payment -> payment.status().equals("open") && payment.closing())
                .forEach(payment -> findings.add(stuck("payment " + payment.id() + " is to be closed and is not")));
        payments.refunds().stream()
                .filter(refund -> refund.status().equals("pending"))
                .forEach(refund -> findings.add(stuck("refund " + refund.id() + " of payment " + refund.payment()
                        + " is pending, at Omise '" + refund.gatewayId() + "'")));
        payments.commands().stream()
                .filter(command -> command.status().equals("waiting"))
                .forEach(command -> findings.add(stuck("the store was not told " + command.type() + " of "
                        + command.subject() + ", command " + command.id())));
        payments.work().forEach(work -> findings.add(stuck(work.kind() + " " + work.subject() + " is to be done")));
        return findings;
    }

    private static Finding stuck(String what) {
        return new Finding(Kind.STUCK, what);
    }
}
