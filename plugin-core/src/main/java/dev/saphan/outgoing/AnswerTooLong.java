/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.outgoing;

import java.io.IOException;

/** An answer came, and has a longer body than the call takes. */
public final class AnswerTooLong extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;

    AnswerTooLong(int status, int mostBytes) {
        super("The answer is longer than " + mostBytes + " bytes");
        this.status = status;
    }

    /** Of HTTP. */
    public int status() {
        return status;
    }
}
