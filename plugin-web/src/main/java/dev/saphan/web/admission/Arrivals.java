/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The bodies of one family that are still arriving. The one that has been for longest gives way where room is needed. */
final class Arrivals {

    /** Whoever is not held up on purpose is done by then. */
    private static final long LONG = TimeUnit.MILLISECONDS.toNanos(500);

    private final Map<Arrival, Long> since = new LinkedHashMap<>();
    private final LongSupplier nanos;

    Arrivals() {
        this(System::nanoTime);
    }

    Arrivals(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** One body, until it has ended. */
    final class Arrival {

        private final Runnable cut;

        private Arrival(Runnable cut) {
            this.cut = cut;
        }

        void end() {
            synchronized (since) {
                since.remove(this);
            }
        }
    }

    /** @param cut ends it before it is whole */
    Arrival begin(Runnable cut) {
        Arrival arrival = new Arrival(cut);
        synchronized (since) {
            since.put(arrival, nanos.getAsLong());
        }
        return arrival;
    }

    /** Whether there was one that took long; it has been cut. */
    boolean giveWay() {
        Arrival slowest = slowest();
        if (slowest == null) {
            return false;
        }
        slowest.cut.run();
        return true;
    }

    private @Nullable Arrival slowest() {
        synchronized (since) {
            for (Map.Entry<Arrival, Long> first : since.entrySet()) {
                if (nanos.getAsLong() - first.getValue() < LONG) {
                    return null;
                }
                since.remove(first.getKey());
                return first.getKey();
            }
            return null;
        }
    }
}
