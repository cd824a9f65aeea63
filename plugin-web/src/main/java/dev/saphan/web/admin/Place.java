/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin;

import dev.saphan.user.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A part of the back office: its pages, and the role without which nobody opens them. */
enum Place {
    OVERVIEW(Role.VIEWER, true),
    PAYMENTS(Role.VIEWER, true),
    ATTENTION(Role.VIEWER, true),
    RECONCILIATION(Role.VIEWER, true),
    MESSAGES(Role.VIEWER, false),
    EXPLAIN(Role.VIEWER, false),
    SETTINGS(Role.ADMIN, false),
    GOLIVE(Role.ADMIN, false),
    PEOPLE(Role.ADMIN, false),
    AUDIT(Role.ADMIN, false);

    /** Pages that another one leads to. */
    private static final Map<String, Place> INNER =
            Map.of("payment", PAYMENTS, "refund", PAYMENTS, "message", MESSAGES, "person", PEOPLE, "store", SETTINGS);

    private final Role needed;
    private final boolean daily;

    Place(Role needed, boolean daily) {
        this.needed = needed;
        this.daily = daily;
    }

    /** Of the page with that name, such as {@code person}. */
    static Optional<Place> of(String page) {
        return Optional.ofNullable(INNER.get(page))
                .or(() -> Arrays.stream(values())
                        .filter(place -> place.page().equals(page))
                        .findFirst());
    }

    /** In one of the stores at least; the page itself looks at which. */
    Role needed() {
        return needed;
    }

    /** Whether it is opened every day. */
    boolean isDaily() {
        return daily;
    }

    /** The page that the header leads to, and the start of the names of its texts. */
    String page() {
        return name().toLowerCase(Locale.ROOT);
    }
}
