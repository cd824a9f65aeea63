/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.past;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that is the same for the same seed. */
final class Chance {

    private static final String BASE_36 = "0123456789abcdefghijklmnopqrstuvwxyz";

    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean percent(int share) {
        return random.nextInt(100) < share;
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    /** Both ends included. */
    long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    int weighted(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int drawn = random.nextInt(sum);
        int index = 0;
        while (drawn >= weights[index]) {
            drawn -= weights[index];
            index++;
        }
        return index;
    }

    long bits() {
        return random.nextLong();
    }

    String letters(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(BASE_36.charAt(random.nextInt(36)));
        }
        return text.toString();
    }
}
