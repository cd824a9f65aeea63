/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import java.util.Locale;
import java.util.Set;

/**
 * Where one charge stands, and the table of what may follow what. Only Omise's word makes an attempt failed, expired or
 * successful; a later word of Omise's wins over an earlier one, so that money that arrived is never overlooked.
 */
public enum AttemptStatus {
    /** Written down; the call to Omise is about to be made or under way. */
    CREATING,
    /** Omise was asked and has not answered. */
    UNKNOWN,
    /** The charge exists and waits for the shopper. */
    PENDING,
    SUCCESSFUL,
    FAILED,
    EXPIRED,
    REVERSED,
    /** Omise was asked afterwards and has no such charge: the call never arrived. */
    ABSENT;

    public boolean mayBecome(AttemptStatus next) {
        return following().contains(next);
    }

    /**
     * Whether an older word that was overtaken on its way could say the same: then only one counts before which nothing
     * newer was heard.
     */
    boolean becomesOnlyByACurrentWord(AttemptStatus next) {
        return (this == SUCCESSFUL && next != REVERSED) || this == REVERSED;
    }

    /** Whether Omise may still turn it into a payment without a new call of ours. */
    public boolean isLive() {
        return this == CREATING || this == UNKNOWN || this == PENDING;
    }

    /** Whether it is not known yet if a charge exists. */
    public boolean isUnanswered() {
        return this == CREATING || this == UNKNOWN;
    }

    /** As the API shows it. */
    public String publicCode() {
        return switch (this) {
            case CREATING, UNKNOWN -> "unknown";
            case ABSENT -> "failed";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }

    private Set<AttemptStatus> following() {
        return switch (this) {
            case CREATING -> Set.of(UNKNOWN, PENDING, SUCCESSFUL, FAILED, EXPIRED, REVERSED, ABSENT);
            case UNKNOWN -> Set.of(PENDING, SUCCESSFUL, FAILED, EXPIRED, REVERSED, ABSENT);
            case PENDING -> Set.of(SUCCESSFUL, FAILED, EXPIRED, REVERSED);
            case ABSENT -> Set.of(PENDING, SUCCESSFUL, FAILED, EXPIRED, REVERSED);
            case FAILED, EXPIRED -> Set.of(SUCCESSFUL);
            case SUCCESSFUL -> Set.of(REVERSED, FAILED, EXPIRED);
            case REVERSED -> Set.of(SUCCESSFUL);
        };
    }
}
