/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

/**
 * Somebody who is signed in.
 *
 * @param sessionEpoch the one that the session belongs to
 * @param mustChoosePassword somebody else knows the password: nothing is allowed before it is changed
 * @param knownElsewhere they sign in at an OpenID provider and have no password here
 */
public record Identity(
        String name, Grants grants, int sessionEpoch, boolean mustChoosePassword, boolean knownElsewhere) {

    static Identity of(User user) {
        return new Identity(
                user.name(),
                user.grants(),
                user.sessionEpoch(),
                user.oneTimeUntil().isPresent(),
                user.isKnownElsewhere());
    }
}
