/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.alert;

import org.jspecify.annotations.Nullable;

/** An alert was not taken where it was to go. The message names no address and no credential. */
public final class AlertNotSent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AlertNotSent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
