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
import java.util.Optional;

/** Each charge at Omise with the plugin's attempt, and each attempt with its charge. */
final class ChargeComparison {

    private final Books books;
    private final List<Finding> findings = new ArrayList<>();

    private ChargeComparison(Books books) {
        this.books = books;
    }

    static List<Finding> of(Books books) {
        ChargeComparison comparison = new ChargeComparison(books);
        books.omise().charges().forEach(comparison::compare);
        comparison.findTwoForOneAttempt();
        comparison.findInvented();
        return comparison.findings;
    }

    private void compare(OmiseBook.Charge charge) {
        Optional<PaymentBook.Attempt> attempt = books.payments().attemptOf(charge);
        if (attempt.isEmpty()) {
            Kind kind = charge.isSuccessful() ? Kind.LOST : Kind.DIFFERING;
            add(
                    kind,
                    "charge " + charge.id() + " is " + charge.status() + " at Omise; the plugin has no attempt with it"
                            + " (made for " + charge.attempt() + ")");
            return;
        }
        compare(charge, attempt.get());
        PaymentBook.Payment payment =
                books.payments().paymentsById().get(attempt.get().payment());
        if (payment != null
                && (payment.amount() != charge.amount() || !payment.currency().equals(charge.currency()))) {
            add(
                    Kind.DIFFERING,
                    "charge " + charge.id() + " is over " + charge.amount() + " " + charge.currency() + ", payment "
                            + payment.id() + " over " + payment.amount() + " " + payment.currency());
        }
    }

    private void compare(OmiseBook.Charge charge, PaymentBook.Attempt attempt) {
        if (charge.status().equals(attempt.status()) || !attempt.isSettled()) {
            return; // what is not settled is found as stuck
        }
        Kind kind = charge.isSuccessful() ? Kind.LOST : Kind.DIFFERING;
        add(
                kind,
                "charge " + charge.id() + " is " + charge.status() + " at Omise, attempt " + attempt.id() + " is "
                        + attempt.status() + " in the plugin");
    }

    private void findTwoForOneAttempt() {
        Map<String, String> first = new HashMap<>();
        for (OmiseBook.Charge charge : books.omise().charges()) {
            String other = charge.attempt().isEmpty() ? null : first.putIfAbsent(charge.attempt(), charge.id());
            if (other != null) {
                add(
                        Kind.DOUBLED,
                        "attempt " + charge.attempt() + " was charged twice: " + other + " and " + charge.id());
            }
        }
    }

    private void findInvented() {
        List<String> known =
                books.omise().charges().stream().map(OmiseBook.Charge::id).toList();
        books.payments().attempts().stream()
                .filter(attempt -> !attempt.charge().isEmpty() && !known.contains(attempt.charge()))
                .forEach(attempt -> add(
                        Kind.DIFFERING,
                        "attempt " + attempt.id() + " names charge " + attempt.charge()
                                + ", which Omise does not have"));
    }

    private void add(Kind kind, String what) {
        findings.add(new Finding(kind, what));
    }
}
