/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import java.util.Locale;

/** A refund waits for a second person, and then one thing becomes of it, for ever. */
public enum ApprovalStatus {
    WAITING,
    APPROVED,
    DECLINED,
    /** Taken back by who asked. */
    WITHDRAWN,
    /** Nobody decided in time. */
    EXPIRED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
