/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.past;

import com.github.f4b6a3.ulid.Ulid;
import java.time.Instant;
import java.util.Locale;

/** Ids as the plugin and Omise make them, from chance instead of a clock. */
final class PastIds {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private PastIds() {}

    /** A prefix and a ULID of that time, so that ids sort by time. */
    static String ofOurs(String prefix, Instant time, Chance chance) {
        long upper = (time.toEpochMilli() << 16) | (chance.bits() & 0xffff);
        return prefix + "_" + new Ulid(upper, chance.bits()).toString().toLowerCase(Locale.ROOT);
    }

    static String ofOmises(String prefix, Chance chance) {
        return prefix + "_test_" + chance.letters(19);
    }

    /** As the sample store numbers its orders; the number keeps a million of them apart. */
    static String order(long number, Chance chance) {
        StringBuilder reference = new StringBuilder("RK-");
        long rest = number;
        for (int i = 0; i < 5; i++) {
            reference.append(LETTERS.charAt((int) (rest % LETTERS.length())));
            rest /= LETTERS.length();
        }
        for (int i = 0; i < 3; i++) {
            reference.append(
                    chance.of(LETTERS.chars().mapToObj(letter -> (char) letter).toList()));
        }
        return reference.toString();
    }
}
