/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may do in a store. */
public enum Role {
    /** Sees payments, reports and settings without their secrets. */
    VIEWER,
    /** Takes payments at the counter. */
    CASHIER,
    /** Refunds, cancels, settles what needs a person. */
    REFUNDER,
    /** Also approves the refunds of others. */
    APPROVER,
    /** Everything, settings and people included. */
    ADMIN;

    /** As it stands in the database, in settings and in {@code web.xml}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }

    /** Whether somebody with this role may do what the other role is needed for. */
    public boolean covers(Role needed) {
        return switch (this) {
            case ADMIN -> true;
            case APPROVER -> needed == APPROVER || needed == REFUNDER || needed == VIEWER;
            case REFUNDER -> needed == REFUNDER || needed == VIEWER;
            case CASHIER, VIEWER -> needed == this;
        };
    }
}
