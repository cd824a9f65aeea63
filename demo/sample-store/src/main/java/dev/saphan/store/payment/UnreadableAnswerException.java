/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

/** Something came that the contract does not know. What was asked may still have happened. */
public class UnreadableAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableAnswerException(String message, Throwable cause) {
        super(message, cause);
    }
}
