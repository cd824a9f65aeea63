/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.fuzz;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which requests that are nearly right are sent.
 *
 * @param each how many of each family; none if 0
 * @param families all of them if empty
 */
public record Fuzz(int each, Set<Family> families) {

    public static final Fuzz NONE = ofEach(0);

    private static final long MOST = 1_000_000;

    public Fuzz {
        families = families.isEmpty() ? EnumSet.allOf(Family.class) : EnumSet.copyOf(families);
    }

    /** @throws IllegalArgumentException if there are none, or more than anybody waits for */
    public static Fuzz ofEach(long each) {
        if (each < 0 || each > MOST) {
            throw new IllegalArgumentException("--fuzz must be 1 to " + MOST);
        }
        return new Fuzz(Math.toIntExact(each), Set.of());
    }

    /**
     * @param name such as {@code back_office}
     * @throws IllegalArgumentException naming the families that there are
     */
    public Fuzz only(String name) {
        return Arrays.stream(Family.values())
                .filter(family -> family.name().equalsIgnoreCase(name))
                .findFirst()
                .map(family -> new Fuzz(each, Set.of(family)))
                .orElseThrow(() -> new IllegalArgumentException("--family must be one of "
                        + Arrays.toString(Family.values()).toLowerCase(Locale.ROOT)));
    }

    public boolean isWanted() {
        return each > 0;
    }
}
