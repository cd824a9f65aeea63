/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.persistence;

/** The database refused the commit; nothing of the work was kept. The cause tells why. */
public final class TransactionRolledBack extends RuntimeException {

    public TransactionRolledBack(Throwable cause) {
        super("The transaction was rolled back at commit", cause);
    }
}
