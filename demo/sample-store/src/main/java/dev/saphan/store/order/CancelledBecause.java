/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.order;

import java.util.Locale;

/** Why an order was given up. */
public enum CancelledBecause {
    SHOPPER_CANCELLED,
    PAYMENT_CANCELLED,
    PAYMENT_EXPIRED,
    NEVER_PAID;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
