/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.identity.Ids;

/** Names an attempt: {@code att_} and a ULID. It stands in the charge's metadata at Omise. */
public record AttemptId(String value) {

    static AttemptId next() {
        return new AttemptId(Ids.next("att"));
    }

    @Override
    public String toString() {
        return value;
    }
}
