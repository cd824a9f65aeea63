/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.identity.Ids;

/** Names a refund: {@code ref_} and a ULID. It stands in the refund's metadata at Omise. */
public record RefundId(String value) {

    static RefundId next() {
        return new RefundId(Ids.next("ref"));
    }

    @Override
    public String toString() {
        return value;
    }
}
