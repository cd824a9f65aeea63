/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

/** An answer, or an entry of a list, lacks something that is needed, or has it in a form that nobody can understand. */
final class Unreadable extends RuntimeException {

    /** @param what is missing: names of fields, never a value */
    Unreadable(String what) {
        super(what, null, false, false);
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
