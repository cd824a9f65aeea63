/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import java.util.Locale;

/** Who asked for a refund: the storefront, a person in the back office, or somebody in Omise's own dashboard. */
public enum RefundOrigin {
    API,
    ADMIN,
    GATEWAY;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
