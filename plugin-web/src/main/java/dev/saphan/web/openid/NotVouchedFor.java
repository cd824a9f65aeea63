/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.openid;

/** The provider did not vouch for anybody, or not in a way that can be believed. */
final class NotVouchedFor extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why, as the sign-in page tells it. */
    enum Reason {
        /** The provider did not answer, or not as one. */
        AWAY,
        /** Somebody changed their mind there, or may not come here. */
        DENIED,
        /** Too late, a second time, or in another browser. */
        STALE,
        /** What it said is not to be believed, such as a token for somebody else. */
        UNTRUSTED
    }

    private final transient Reason reason;

    NotVouchedFor(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    NotVouchedFor(Reason reason, Exception cause) {
        super(cause.getMessage(), cause);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
