/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import org.jspecify.annotations.Nullable;

/** What news of a payment did to its order. A conflict is for a person to look at; it is never overwritten. */
public record Effect(Kind kind, @Nullable String currentState) {

    /** The three ways it can go. */
    public enum Kind {
        APPLIED,
        ALREADY_APPLIED,
        CONFLICT
    }

    public static final Effect APPLIED = new Effect(Kind.APPLIED, null);
    public static final Effect ALREADY_APPLIED = new Effect(Kind.ALREADY_APPLIED, null);

    public static Effect conflict(String currentState) {
        return new Effect(Kind.CONFLICT, currentState);
    }
}
