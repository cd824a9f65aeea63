/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.method;

import java.util.Locale;

/** How the shopper pays: goes to the wallet, scans our code, or shows a code that the cashier scans. */
public enum Flow {
    REDIRECT,
    QR,
    SCAN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
