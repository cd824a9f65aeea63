/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos;

import dev.saphan.chaos.fault.FaultKind;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a run is like.
 *
 * @param load how long people order and pay; starting, healing and comparing come on top
 * @param people how many of them at once
 * @param kinds of faults
 */
public record Options(long seed, Duration load, int people, int nodes, List<FaultKind> kinds) {

    static final String USAGE = "Usage: bin/chaos [--seed N] [--minutes N]";

    private static final Duration SHORT = Duration.ofSeconds(75);

    /** All kinds of faults against two nodes, as short as they fit in. */
    public static Options brief(long seed) {
        return new Options(seed, SHORT, 6, 2, FaultKind.all().toList());
    }

    /** @throws IllegalArgumentException telling how it is to be used */
    static Options parse(String... arguments) {
        long seed = new SplittableRandom().nextLong(1_000_000_000);
        Duration load = SHORT;
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(USAGE);
            }
            switch (arguments[i]) {
                case "--seed" -> seed = number(arguments[i + 1]);
                case "--minutes" -> load = Duration.ofMinutes(number(arguments[i + 1]));
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        if (load.isZero() || load.isNegative()) {
            throw new IllegalArgumentException("--minutes must be 1 or more");
        }
        return new Options(seed, load, brief(seed).people(), 2, FaultKind.all().toList());
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(text + " is not a whole number. " + USAGE, e);
        }
    }
}
