/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.bench;

/**
 * How much is measured.
 *
 * @param small payments in the small database
 * @param large payments in the large one
 * @param rounds each page is measured once in a round
 */
record Options(long small, long large, int rounds, long seed) {

    static final String USAGE = "Usage: bin/bench [--small N] [--large N] [--rounds N] [--seed N]";

    /** @throws IllegalArgumentException telling how it is to be used */
    static Options parse(String... arguments) {
        Options options = new Options(10_000, 1_000_000, 60, 20_260_101);
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(USAGE);
            }
            options = options.with(arguments[i], number(arguments[i + 1]));
        }
        if (options.small() < 1_000 || options.large() <= options.small() || options.rounds() < 5) {
            throw new IllegalArgumentException("At least 1000 payments, more in the large one, and 5 rounds. " + USAGE);
        }
        return options;
    }

    private Options with(String name, long value) {
        return switch (name) {
            case "--small" -> new Options(value, large, rounds, seed);
            case "--large" -> new Options(small, value, rounds, seed);
            case "--rounds" -> new Options(small, large, Math.toIntExact(value), seed);
            case "--seed" -> new Options(small, large, rounds, value);
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(text + " is not a whole number. " + USAGE, e);
        }
    }
}
