/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import java.time.Instant;
import java.util.Optional;

/**
 * An answer that is Omise's own word: a status below 500 with a JSON body.
 *
 * @param date when it was given, by Omise's clock, to the second
 */
record OmiseAnswer(int status, String body, Optional<Instant> date) {

    boolean isOk() {
        return status >= 200 && status < 300;
    }
}
