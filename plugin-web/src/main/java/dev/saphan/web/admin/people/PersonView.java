/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.people;

import dev.saphan.user.Grants;
import dev.saphan.web.admin.Moment;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs in, as an admin sees them.
 *
 * @param roles in words
 * @param state {@code active}, {@code invited} (has not chosen a password yet), {@code lapsed} (did not in time) or
 *     {@code disabled}
 * @param external whether they sign in elsewhere
 * @param invitedUntil when the password that was handed to them ends
 * @param rolesElsewhere whether their groups at the OpenID provider decide what they may do
 * @param manageable whether the admin who looks may change them
 */
public record PersonView(
        String name,
        String address,
        Grants grants,
        String roles,
        String state,
        boolean disabled,
        boolean external,
        @Nullable Moment signedIn,
        @Nullable Moment invitedUntil,
        boolean manageable,
        boolean rolesElsewhere) {}
