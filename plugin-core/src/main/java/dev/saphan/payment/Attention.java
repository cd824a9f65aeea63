/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import java.util.Locale;

/** What a person has to look at. */
public enum Attention {
    DUPLICATE_PAYMENT,
    LATE_PAYMENT,
    AMOUNT_MISMATCH,
    CURRENCY_MISMATCH,
    MODE_MISMATCH,
    REFUND_FAILED,
    /** Omise took back a success that had paid the order. */
    PAYMENT_REVERSED,
    DISPUTE_OPENED,
    DISPUTE_WON,
    DISPUTE_LOST,
    ORDER_CONFLICT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
