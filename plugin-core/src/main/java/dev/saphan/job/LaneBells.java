/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.job;

import dev.saphan.wiring.Wired;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets work that was entered on this node begin at once, rather than when its lane is looked at next. Whatever nobody rings for,
 * and what was entered on another node, is found by looking. Safe for use by many threads.
 */
@Wired
class LaneBells {

    private final Map<Lane, Runnable> bells = new ConcurrentHashMap<>();

    void hang(Lane lane, Runnable bell) {
        bells.put(lane, bell);
    }

    void takeDown() {
        bells.clear();
    }

    /** Of a lane that is not worked on here, nobody hears. */
    void ring(Lane lane) {
        bells.getOrDefault(lane, () -> {}).run();
    }
}
