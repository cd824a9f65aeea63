/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.identity.Ids;

/** Names a refund that waits for approval: {@code apr_} and a ULID. */
public record ApprovalId(String value) {

    static final String PREFIX = "apr";

    static ApprovalId next() {
        return new ApprovalId(Ids.next(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
