/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

/** An answer that is Omise's own word: a status below 500 with a JSON body. */
record OmiseAnswer(int status, String body) {

    boolean isOk() {
        return status >= 200 && status < 300;
    }
}
