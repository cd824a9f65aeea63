/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.identity.Ids;

/** Names a payment: {@code pay_} and a ULID. */
public record PaymentId(String value) {

    static PaymentId next() {
        return new PaymentId(Ids.next("pay"));
    }

    @Override
    public String toString() {
        return value;
    }
}
