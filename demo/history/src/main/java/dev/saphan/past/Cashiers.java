/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.past;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** Who stands at the shop's till: two take turns in the morning, and one is there in the evening. */
final class Cashiers {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final int EVENING = 15;

    /** The first is a person whom the demo knows. */
    private static final List<String> MORNING = List.of("cashier", "niran");

    private Cashiers() {}

    static String at(Instant time) {
        ZonedDateTime there = time.atZone(BANGKOK);
        return there.getHour() >= EVENING ? "ploy" : MORNING.get(there.getDayOfYear() % MORNING.size());
    }
}
