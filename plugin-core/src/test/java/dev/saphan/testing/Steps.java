/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

/** Told of every step that somebody else could come before: of a transaction, of the database, of the gateway. */
@FunctionalInterface
public interface Steps {

    Steps NONE = what -> {};

    void before(String what);
}
