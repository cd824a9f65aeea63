/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos;

import dev.saphan.chaos.fault.FaultKind;
import dev.saphan.chaos.fuzz.Fuzz;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a run is like.
 *
 * @param load how long people order and pay; starting, healing and comparing come on top
 * @param people how many of them at once
 * @param kinds of faults
 * @param pressure whether it is not faults that come but many people at once
 * @param fuzz requests that are nearly right, which come instead of all that
 */
public record Options(
        long seed, Duration load, int people, int nodes, List<FaultKind> kinds, boolean pressure, Fuzz fuzz) {

    static final String USAGE = "Usage: bin/chaos [--seed N] [--minutes N | --pressure | --fuzz N [--family NAME]]";

    private static final Duration SHORT = Duration.ofSeconds(75);

    /** All kinds of faults against two nodes, as short as they fit in. */
    public static Options brief(long seed) {
        return new Options(seed, SHORT, 6, 2, FaultKind.all().toList(), false, Fuzz.NONE);
    }

    /** @throws IllegalArgumentException telling how it is to be used */
    static Options parse(String... arguments) {
        long seed = new SplittableRandom().nextLong(1_000_000_000);
        Duration load = SHORT;
        boolean pressure = false;
        Fuzz fuzz = Fuzz.NONE;
        Iterator<String> words = List.of(arguments).iterator();
        while (words.hasNext()) {
            switch (words.next()) {
                case "--seed" -> seed = number(words);
                case "--minutes" -> load = Duration.ofMinutes(number(words));
                case "--pressure" -> pressure = true;
                case "--fuzz" -> fuzz = Fuzz.ofEach(number(words));
                case "--family" -> fuzz = fuzz.only(word(words));
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        if (load.isZero() || load.isNegative()) {
            throw new IllegalArgumentException("--minutes must be 1 or more");
        }
        return new Options(seed, load, brief(seed).people(), 2, FaultKind.all().toList(), pressure, fuzz);
    }

    private static String word(Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(USAGE);
        }
        return words.next();
    }

    private static long number(Iterator<String> words) {
        String text = word(words);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(text + " is not a whole number. " + USAGE, e);
        }
    }
}
