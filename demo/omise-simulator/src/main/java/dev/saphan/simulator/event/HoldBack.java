/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.event;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Keeps webhooks back until another one has been delivered. */
final class HoldBack {

    private final Deque<Runnable> held = new ArrayDeque<>();

    /** The answer sends it if nothing else has by then. */
    synchronized Runnable hold(Runnable work) {
        AtomicBoolean done = new AtomicBoolean();
        Runnable once = () -> {
            if (done.compareAndSet(false, true)) {
                work.run();
            }
        };
        held.add(once);
        return once;
    }

    void release() {
        Runnable next = poll();
        if (next != null) {
            next.run();
        }
    }

    private synchronized @Nullable Runnable poll() {
        return held.poll();
    }
}
