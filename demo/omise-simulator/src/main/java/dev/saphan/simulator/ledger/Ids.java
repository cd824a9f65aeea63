/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.ledger;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Ids that look like Omise's: {@code chrg_test_} and 19 characters; without {@code test_} in live mode. */
public final class Ids {

    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static String next(String prefix, boolean livemode) {
        StringBuilder id = new StringBuilder(prefix).append(livemode ? "_" : "_test_");
        for (int i = 0; i < 19; i++) {
            id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }

    /** The unguessable end of a download address: 16 hex digits. */
    public static String downloadToken() {
        byte[] bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    /** A number of the given length that begins with the given digits. */
    public static String digits(String beginning, int length) {
        StringBuilder digits = new StringBuilder(beginning);
        while (digits.length() < length) {
            digits.append(RANDOM.nextInt(10));
        }
        return digits.toString();
    }
}
