/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.persistence;

/**
 * A commit was asked for and not answered: the work is kept, or nothing of it is. Whoever asked may ask again in a moment, and
 * under the same key finds what was kept.
 */
public final class CommitUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CommitUnknown(Throwable cause) {
        super("The outcome of a commit is not known", cause);
    }
}
