/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import java.util.Locale;

/** What came of an attempt to mend a difference. */
public enum Outcome {
    /** Both books say the same now. */
    REPAIRED,
    /** No difference any more, but not settled yet. */
    IN_MOTION,
    /** Everything that can be read was read, and they still differ: a person has to decide. */
    NEEDS_PERSON,
    /** The gateway did not answer; nothing was changed. */
    NO_ANSWER,
    /** A person looked at it and leaves it as it is. */
    ACCEPTED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
