/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.order;

import java.security.SecureRandom;

/** A number people can read to each other: no I, L, O or U, and not to be guessed from the one before. */
final class OrderReference {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private OrderReference() {}

    static String create() {
        StringBuilder reference = new StringBuilder("RK-");
        for (int i = 0; i < 7; i++) {
            reference.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return reference.toString();
    }
}
