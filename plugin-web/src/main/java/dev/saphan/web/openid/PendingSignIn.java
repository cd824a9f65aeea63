/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.openid;

import java.util.Optional;

/**
 * Somebody who was sent to the provider and is not back yet.
 *
 * @param state comes back with the answer
 * @param nonce comes back within the identity token
 * @param verifier proves to the provider that the code is redeemed by whoever asked for it
 * @param next where they wanted to go; empty for where their roles lead
 */
record PendingSignIn(String state, String nonce, String verifier, String next) {

    static Optional<PendingSignIn> parse(String text) {
        String[] parts = text.split("\n", -1);
        return parts.length == 4
                ? Optional.of(new PendingSignIn(parts[0], parts[1], parts[2], parts[3]))
                : Optional.empty();
    }

    /** None of the parts has more than one line. */
    String text() {
        return String.join("\n", state, nonce, verifier, next);
    }
}
