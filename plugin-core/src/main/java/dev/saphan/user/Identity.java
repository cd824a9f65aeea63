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
 */
public record Identity(String name, Grants grants, int sessionEpoch, boolean mustChoosePassword) {

    static Identity of(User user) {
        return new Identity(
                user.name(),
                user.grants(),
                user.sessionEpoch(),
                user.oneTimeUntil().isPresent());
    }
}
