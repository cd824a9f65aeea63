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

/** Each payment of the plugin with the store's order, and each paid order with its payment. */
final class OrderComparison {

    private final Books books;
    private final Map<String, StoreBook.Order> orders;
    private final List<Finding> findings = new ArrayList<>();

    private OrderComparison(Books books) {
        this.books = books;
        this.orders = books.store().byReference();
    }

    static List<Finding> of(Books books) {
        OrderComparison comparison = new OrderComparison(books);
        books.payments().payments().forEach(comparison::compare);
        books.store().orders().forEach(comparison::compare);
        comparison.findToldTwice();
        return comparison.findings;
    }

    private void compare(PaymentBook.Payment payment) {
        if (!payment.isPaid()) {
            return;
        }
        StoreBook.Order order = orders.get(payment.order());
        boolean known = order != null && order.paidBy().equals(payment.id());
        if (!known && !payment.shows("order_conflict")) {
            add(
                    Kind.LOST,
                    "payment " + payment.id() + " is paid; in the store order " + payment.order() + " is "
                            + (order == null ? "unknown" : order.status() + " by '" + order.paidBy() + "'"));
        }
        if (order != null
                && (order.total() != payment.amount() || !order.currency().equals(payment.currency()))) {
            add(
                    Kind.DIFFERING,
                    "payment " + payment.id() + " is over " + payment.amount() + " " + payment.currency() + ", order "
                            + order.reference() + " over " + order.total() + " " + order.currency());
        }
    }

    private void compare(StoreBook.Order order) {
        List<PaymentBook.Payment> paid = books.payments().payments().stream()
                .filter(payment -> payment.order().equals(order.reference()) && payment.isPaid())
                .toList();
        if (paid.size() > 1) {
            add(
                    Kind.DOUBLED,
                    "order " + order.reference() + " has two paid payments: "
                            + paid.stream().map(PaymentBook.Payment::id).toList());
        }
        if (!order.isPaid()) {
            return;
        }
        boolean hasMoney = paid.stream()
                .filter(payment -> payment.id().equals(order.paidBy()))
                .anyMatch(this::isPaidAtOmise);
        if (!hasMoney) {
            add(
                    Kind.DIFFERING,
                    "order " + order.reference() + " is paid in the store by '" + order.paidBy()
                            + "', for which there is no successful charge at Omise");
        }
    }

    private boolean isPaidAtOmise(PaymentBook.Payment payment) {
        PaymentBook.Attempt attempt = books.payments().attemptsById().get(payment.paidBy());
        return attempt != null
                && books.omise().charges().stream()
                        .anyMatch(charge -> charge.id().equals(attempt.charge()) && charge.isSuccessful());
    }

    private void findToldTwice() {
        Map<String, String> first = new HashMap<>();
        books.payments().commands().stream()
                .filter(command -> command.type().equals("payment.paid"))
                .forEach(command -> {
                    String other = first.putIfAbsent(command.subject(), command.id());
                    if (other != null) {
                        add(
                                Kind.DOUBLED,
                                "the store was told twice that payment " + command.subject() + " is paid: " + other
                                        + " and " + command.id());
                    }
                });
    }

    private void add(Kind kind, String what) {
        findings.add(new Finding(kind, what));
    }
}
