/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import java.time.Instant;

/** A place in a list of payments that is ordered by time of creation and id. */
record ListEdge(Instant createdAt, String id) {

    static ListEdge of(Payment payment) {
        return new ListEdge(payment.createdAt(), payment.id().value());
    }
}
