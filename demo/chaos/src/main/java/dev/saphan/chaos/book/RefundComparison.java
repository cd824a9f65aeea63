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
import java.util.function.Function;

/** Each refund at Omise with the plugin's and the store's, and the sums. */
final class RefundComparison {

    private final Books books;
    private final List<Finding> findings = new ArrayList<>();

    private RefundComparison(Books books) {
        this.books = books;
    }

    static List<Finding> of(Books books) {
        RefundComparison comparison = new RefundComparison(books);
        books.omise().refunds().forEach(comparison::compare);
        comparison.findTwice("request", books.omise().refunds(), OmiseBook.Refund::request, OmiseBook.Refund::id);
        comparison.findTwice(
                "idempotency key", books.payments().refunds(), PaymentBook.Refund::key, PaymentBook.Refund::id);
        comparison.findTwice(
                "refund at Omise", books.payments().refunds(), PaymentBook.Refund::gatewayId, PaymentBook.Refund::id);
        comparison.findInvented();
        books.omise().charges().forEach(comparison::bound);
        books.payments().payments().forEach(comparison::sum);
        return comparison.findings;
    }

    private void compare(OmiseBook.Refund refund) {
        Optional<PaymentBook.Refund> ours = books.payments().refunds().stream()
                .filter(one -> one.gatewayId().equals(refund.id()))
                .findFirst();
        if (ours.isEmpty() || ours.get().status().equals("failed")) {
            add(
                    Kind.LOST,
                    "refund " + refund.id() + " of charge " + refund.charge() + " over " + refund.amount()
                            + " was made at Omise; the plugin "
                            + ours.map(one -> "calls " + one.id() + " failed").orElse("does not know it"));
            return;
        }
        if (ours.get().amount() != refund.amount() || !ours.get().currency().equals(refund.currency())) {
            add(
                    Kind.DIFFERING,
                    "refund " + refund.id() + " is over " + refund.amount() + " at Omise, "
                            + ours.get().id() + " over " + ours.get().amount() + " in the plugin");
        }
        compareStore(ours.get());
    }

    private void compareStore(PaymentBook.Refund refund) {
        Optional<StoreBook.Refund> store = books.store().orders().stream()
                .flatMap(order -> order.refunds().stream())
                .filter(one -> one.id().equals(refund.id()))
                .findFirst();
        if (store.isEmpty()) {
            add(
                    Kind.LOST,
                    "refund " + refund.id() + " over " + refund.amount() + " is " + refund.status()
                            + " in the plugin; the store does not know it");
        } else if (store.get().amount() != refund.amount()
                || !store.get().status().equals(refund.status())) {
            add(
                    Kind.DIFFERING,
                    "refund " + refund.id() + " is " + refund.status() + " over " + refund.amount() + " in the plugin, "
                            + store.get().status() + " over " + store.get().amount() + " in the store");
        }
    }

    private <T> void findTwice(String what, List<T> all, Function<T, String> request, Function<T, String> id) {
        Map<String, String> first = new HashMap<>();
        for (T one : all) {
            String name = request.apply(one);
            String other = name.isEmpty() ? null : first.putIfAbsent(name, id.apply(one));
            if (other != null) {
                add(Kind.DOUBLED, what + " " + name + " has two refunds: " + other + " and " + id.apply(one));
            }
        }
    }

    private void findInvented() {
        List<String> known =
                books.omise().refunds().stream().map(OmiseBook.Refund::id).toList();
        books.payments().refunds().stream()
                .filter(PaymentBook.Refund::isSucceeded)
                .filter(refund -> !known.contains(refund.gatewayId()))
                .forEach(refund -> add(
                        Kind.DIFFERING,
                        "refund " + refund.id() + " succeeded in the plugin; Omise has no " + refund.gatewayId()));
    }

    private void bound(OmiseBook.Charge charge) {
        long refunded = books.omise().refunds().stream()
                .filter(refund -> refund.charge().equals(charge.id()))
                .mapToLong(OmiseBook.Refund::amount)
                .sum();
        if (refunded > charge.amount()) {
            add(Kind.DOUBLED, "of charge " + charge.id() + " over " + charge.amount() + ", " + refunded + " went back");
        }
    }

    /** What goes back of a second success is not what goes back of the payment. */
    private void sum(PaymentBook.Payment payment) {
        long refunds = books.payments().refunds().stream()
                .filter(refund -> refund.attempt().equals(payment.paidBy()) && refund.isSucceeded())
                .mapToLong(PaymentBook.Refund::amount)
                .sum();
        if (refunds != payment.refunded()) {
            add(
                    Kind.DIFFERING,
                    "payment " + payment.id() + " says that " + payment.refunded() + " went back, its refunds say "
                            + refunds);
        }
    }

    private void add(Kind kind, String what) {
        findings.add(new Finding(kind, what));
    }
}
