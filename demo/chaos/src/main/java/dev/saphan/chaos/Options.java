/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos;

import dev.saphan.chaos.fault.FaultKind;
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
 * @param fuzz how many requests that are nearly right come of each family, instead of all that; none if 0
 */
public record Options(
        long seed, Duration load, int people, int nodes, List<FaultKind> kinds, boolean pressure, int fuzz) {

    static final String USAGE = "Usage: bin/chaos [--seed N] [--minutes N | --pressure | --fuzz N]";

    private static final long MOST_FUZZ = 1_000_000;
    private static final Duration SHORT = Duration.ofSeconds(75);

    /** All kinds of faults against two nodes, as short as they fit in. */
    public static Options brief(long seed) {
        return new Options(seed, SHORT, 6, 2, FaultKind.all().toList(), false, 0);
    }

    /** @throws IllegalArgumentException telling how it is to be used */
    static Options parse(String... arguments) {
        long seed = new SplittableRandom().nextLong(1_000_000_000);
        Duration load = SHORT;
        boolean pressure = false;
        long fuzz = 0;
        Iterator<String> words = List.of(arguments).iterator();
        while (words.hasNext()) {
            switch (words.next()) {
                case "--seed" -> seed = number(words);
                case "--minutes" -> load = Duration.ofMinutes(number(words));
                case "--pressure" -> pressure = true;
                case "--fuzz" -> fuzz = number(words);
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        if (load.isZero() || load.isNegative()) {
            throw new IllegalArgumentException("--minutes must be 1 or more");
        }
        if (fuzz < 0 || fuzz > MOST_FUZZ) {
            throw new IllegalArgumentException("--fuzz must be 1 to " + MOST_FUZZ);
        }
        return new Options(
                seed, load, brief(seed).people(), 2, FaultKind.all().toList(), pressure, Math.toIntExact(fuzz));
    }

    private static long number(Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(USAGE);
        }
        String text = words.next();
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(text + " is not a whole number. " + USAGE, e);
        }
    }
}
