/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

import java.util.Locale;

/** What a check came to; a later one is worse. */
public enum Verdict {
    PASSED,
    /** It could not be found out. */
    UNKNOWN,
    /** It works, but somebody should look at it. */
    WARNING,
    FAILED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
