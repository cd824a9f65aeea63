/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.payment.PaymentFilter.Happening;
import java.time.Instant;
import java.util.Optional;

/**
 * A place in a list of payments.
 *
 * @param time the one by which the list is ordered; among equal ones the id decides
 */
record ListEdge(Instant time, String id) {

    /** Empty if the payment has no place in a list with that order. */
    static Optional<ListEdge> of(Payment payment, Happening order) {
        Optional<Instant> time = switch (order) {
            case CREATED -> Optional.of(payment.createdAt());
            case PAID -> payment.paidAt();
        };
        return time.map(at -> new ListEdge(at, payment.id().value()));
    }

    static ListEdge of(PaymentSummary line, Happening order) {
        Instant time = switch (order) {
            case CREATED -> line.createdAt();
            case PAID -> line.paidAt().orElseThrow();
        };
        return new ListEdge(time, line.id().value());
    }
}
