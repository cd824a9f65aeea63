/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.openid;

import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody who was sent to the provider and is not back yet. It lies in their session, so that an answer is worth nothing
 * in another browser, and it is used once.
 *
 * @param state comes back with the answer
 * @param nonce comes back within the identity token
 * @param verifier proves to the provider that the code is redeemed by whoever asked for it
 * @param next where they wanted to go; empty for where their roles lead
 */
record PendingSignIn(String state, String nonce, String verifier, String next, Instant since) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Duration LIFE = Duration.ofMinutes(10);

    boolean isAnsweredBy(String answeredState, Instant now) {
        return state.equals(answeredState) && now.isBefore(since.plus(LIFE));
    }
}
