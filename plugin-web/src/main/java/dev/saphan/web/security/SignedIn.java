/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import java.io.Serializable;
import java.time.Instant;

/**
 * What a session remembers. What the person may do is read anew with each request.
 *
 * @param epoch of the person's sessions; a later one ends this
 * @param since when they signed in
 * @param lastAct when they last asked for a page themselves
 */
record SignedIn(String name, int epoch, Instant since, Instant lastAct) implements Serializable {

    SignedIn actingAt(Instant now) {
        return new SignedIn(name, epoch, since, now);
    }
}
