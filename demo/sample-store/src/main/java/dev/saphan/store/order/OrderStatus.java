/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.order;

import java.util.Locale;

/**
 * An order waits for its money, gets it, or is cancelled and gives its things back to the shelf. Paid is final. A
 * cancelled order whose money arrives late is paid after all if its things are still there.
 */
public enum OrderStatus {
    AWAITING_PAYMENT,
    PAID,
    CANCELLED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
