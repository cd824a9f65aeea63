/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.book;

import dev.saphan.chaos.book.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Orders whose money came twice. One that a person is shown, or that was given back, is as it should be. */
record DoubledSuccesses(List<Finding> findings, int openlyShown) {

    static DoubledSuccesses in(Books books) {
        Map<String, List<OmiseBook.Charge>> byOrder = new HashMap<>();
        Map<String, PaymentBook.Payment> payments = books.payments().paymentsById();
        for (OmiseBook.Charge charge : books.omise().charges()) {
            books.payments()
                    .attemptOf(charge)
                    .filter(attempt -> charge.isSuccessful())
                    .map(attempt -> payments.get(attempt.payment()))
                    .ifPresent(payment -> byOrder.computeIfAbsent(payment.order(), order -> new ArrayList<>())
                            .add(charge));
        }
        List<Finding> findings = new ArrayList<>();
        int open = 0;
        for (Map.Entry<String, List<OmiseBook.Charge>> order : byOrder.entrySet()) {
            List<OmiseBook.Charge> successes = order.getValue();
            if (successes.size() > 1 && isShown(books, order.getKey(), successes)) {
                open += successes.size() - 1;
            } else if (successes.size() > 1) {
                findings.add(new Finding(
                        Kind.DOUBLED,
                        "order " + order.getKey() + " was paid by charges "
                                + successes.stream().map(OmiseBook.Charge::id).toList()
                                + ", and no payment of it says so"));
            }
        }
        return new DoubledSuccesses(findings, open);
    }

    private static boolean isShown(Books books, String order, List<OmiseBook.Charge> successes) {
        boolean attention = books.payments().payments().stream()
                .filter(payment -> payment.order().equals(order))
                .anyMatch(payment -> payment.shows("duplicate_payment") || payment.shows("late_payment"));
        long kept = successes.stream()
                .filter(charge -> refunded(books, charge) < charge.amount())
                .count();
        return attention || kept <= 1;
    }

    private static long refunded(Books books, OmiseBook.Charge charge) {
        return books.omise().refunds().stream()
                .filter(refund -> refund.charge().equals(charge.id()))
                .mapToLong(OmiseBook.Refund::amount)
                .sum();
    }
}
