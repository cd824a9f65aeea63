/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import java.util.Locale;
import java.util.Optional;

/** What a comparison reads, in this order. */
public enum Stage {
    /** The gateway's charges, page by page. */
    CHARGES,
    /** The gateway's refunds, page by page. */
    REFUNDS,
    /** Our attempts that the gateway's list did not have; each is asked for by itself. */
    OUR_CHARGES,
    /** Our refunds that the gateway's list did not have. */
    OUR_REFUNDS;

    /** Empty after the last. */
    Optional<Stage> next() {
        return switch (this) {
            case CHARGES -> Optional.of(REFUNDS);
            case REFUNDS -> Optional.of(OUR_CHARGES);
            case OUR_CHARGES -> Optional.of(OUR_REFUNDS);
            case OUR_REFUNDS -> Optional.empty();
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
