/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import dev.saphan.secret.Secret;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A password that somebody hands on: 138 bits, in letters and digits that are not taken for each other. */
final class OneTimePassword {

    /** How long it lets its person in to choose their own. */
    static final Duration LIFE = Duration.ofDays(7);

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 7;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimePassword() {}

    static Secret next() {
        return new Secret(IntStream.range(0, GROUPS).mapToObj(group -> group()).collect(Collectors.joining("-")));
    }

    private static String group() {
        return RANDOM.ints(GROUP, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
