/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.pressure;

import java.util.List;

/**
 * What a run is like.
 *
 * @param clients how many at once
 * @param warmUp fills the pools and has the code compiled; counted for nothing but breakage
 */
public record PressureOptions(long seed, int clients, List<Phase> warmUp, List<Phase> phases) {

    private static final int CLIENTS = 200;

    /** As the documentation tells it: about six minutes. */
    public static PressureOptions whole(long seed) {
        return of(seed, 20, 60);
    }

    /** As short as it shows what it is to show. */
    public static PressureOptions brief(long seed) {
        return of(seed, 10, 25);
    }

    private static PressureOptions of(long seed, int slowSeconds, int hangSeconds) {
        return new PressureOptions(
                seed,
                CLIENTS,
                List.of(Phase.rush(PressureRun.WARM_UP, 100, 20), Phase.of(PressureRun.WARM_UP + ", slow", 2000, 15)),
                List.of(
                        Phase.rush("slow", 2000, slowSeconds),
                        Phase.rush("quick", 100, slowSeconds),
                        Phase.rush("hangs", 120_000, hangSeconds),
                        PressureRun.grace(),
                        Phase.calm(PressureRun.AFTERWARDS, 100, 15, CLIENTS / 5)));
    }
}
