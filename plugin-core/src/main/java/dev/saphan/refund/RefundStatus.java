/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import java.util.Locale;

/** Money is on its way back, went back, or did not. A missing answer is {@code PENDING}, never a failure. */
public enum RefundStatus {
    PENDING,
    SUCCEEDED,
    FAILED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
