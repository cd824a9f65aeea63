/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import java.util.Locale;

/** Omise's words for where a charge stands. */
public enum ChargeStatus {
    PENDING,
    SUCCESSFUL,
    FAILED,
    EXPIRED,
    REVERSED;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
