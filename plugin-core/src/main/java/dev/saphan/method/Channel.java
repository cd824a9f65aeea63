/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.method;

import java.util.Locale;

/** Where the shopper stands: at a screen of their own, or at a till. */
public enum Channel {
    ONLINE,
    COUNTER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
