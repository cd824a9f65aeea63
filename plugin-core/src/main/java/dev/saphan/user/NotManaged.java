/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import java.util.Locale;

/** A change of people that was not made. */
public final class NotManaged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** See {@link UserName}. */
        NOT_A_NAME,
        NAME_TAKEN,
        UNKNOWN,
        /** The person has, or would get, rights where the one who acts is no admin. */
        OUT_OF_REACH,
        /** Nobody would be left who is admin of every store. */
        LAST_ADMIN,
        /** Of somebody who signs in elsewhere: their password, or roles where their groups there decide. */
        KNOWN_ELSEWHERE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    NotManaged(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
