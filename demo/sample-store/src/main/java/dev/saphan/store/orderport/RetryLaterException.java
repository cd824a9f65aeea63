/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.orderport;

/** The command came before our own commit: nothing of it is kept, and it is asked to come again. */
class RetryLaterException extends RuntimeException {

    private static final long serialVersionUID = 1;
}
