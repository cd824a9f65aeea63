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
import java.util.function.Predicate;

/** A part of the back office: its pages, and the roles without which nobody opens them. */
enum Place {
    OVERVIEW(Role.VIEWER, true),
    PAYMENTS(Role.VIEWER, true),
    ATTENTION(Role.VIEWER, true),
    APPROVALS(Role.REFUNDER, true),
    RECONCILIATION(Role.VIEWER, true),
    SHIFT(Role.CASHIER, Role.APPROVER, true),
    MESSAGES(Role.VIEWER, false),
    EXPLAIN(Role.VIEWER, false),
    SETTINGS(Role.ADMIN, false),
    GOLIVE(Role.ADMIN, false),
    PEOPLE(Role.ADMIN, false),
    AUDIT(Role.ADMIN, false);

    /** Pages that another one leads to. */
    private static final Map<String, Place> INNER = Map.of(
            "payment", PAYMENTS,
            "refund", PAYMENTS,
            "charge", PAYMENTS,
            "selection", PAYMENTS,
            "refunds", PAYMENTS,
            "approval", APPROVALS,
            "message", MESSAGES,
            "person", PEOPLE,
            "store", SETTINGS);

    private final Role needed;
    private final Role orElse;
    private final boolean daily;

    Place(Role needed, boolean daily) {
        this(needed, needed, daily);
    }

    Place(Role needed, Role orElse, boolean daily) {
        this.needed = needed;
        this.orElse = orElse;
        this.daily = daily;
    }

    /** @param has whether the person has that role in one of the stores at least; the page itself looks at which */
    boolean opensTo(Predicate<Role> has) {
        return has.test(needed) || has.test(orElse);
    }

    /** Of the page with that name, such as {@code person}. */
    static Optional<Place> of(String page) {
        return Optional.ofNullable(INNER.get(page))
                .or(() -> Arrays.stream(values())
                        .filter(place -> place.page().equals(page))
                        .findFirst());
    }

    /** The least of them. */
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
