/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.persistence;

import org.jspecify.annotations.Nullable;

/**
 * No transaction could begin: no place at the database came free for as long as may be waited, or it does not answer.
 * Nothing was done in it; whoever asked may ask again in a moment.
 */
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
