/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.story;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who had a part in a payment's story. */
enum Side {
    SHOPPER,
    STOREFRONT,
    /** Signed in at the till or in the back office. */
    PEOPLE,
    SAPHAN,
    OMISE;

    private static final Set<String> OURS = Set.of("saphan", "sweep", "refund");

    /** The one that an address names; empty for all. */
    static Optional<Side> of(@Nullable String code) {
        return Arrays.stream(values()).filter(side -> side.code().equals(code)).findFirst();
    }

    /** Of a line of the history. What became of a charge or refund is Omise's word, through whomever it came. */
    static Side of(String kind, String actor) {
        if (isOmisesWord(kind) || actor.equals("omise") || actor.equals("webhook")) {
            return OMISE;
        } else if (actor.equals("shopper") || actor.equals("return")) {
            return SHOPPER;
        } else if (actor.equals("storefront")) {
            return STOREFRONT;
        }
        return OURS.contains(actor) ? SAPHAN : PEOPLE;
    }

    private static boolean isOmisesWord(String kind) {
        return switch (kind) {
            case "attempt.pending",
                    "attempt.successful",
                    "attempt.failed",
                    "attempt.expired",
                    "attempt.reversed",
                    "refund.pending",
                    "refund.succeeded",
                    "refund.failed",
                    "refund.refused",
                    "charge.refused" -> true;
            default -> false;
        };
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
