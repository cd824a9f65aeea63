/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import dev.saphan.settings.Limits;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many requests of each family work at once. All families together hold fewer threads than the container has, so
 * that webhooks and health always find one. Who finds no permit waits briefly, and only a few wait.
 */
@Wired
class WorkPermits {

    private static final int WAITING_SHARE = 4;

    /** Of requests that are read by a thread which waits: for families whose work is not held up. */
    private static final int MOST_READERS = 48;

    private final Map<Family, Desk> desks = new EnumMap<>(Family.class);
    private final Map<Family, Semaphore> readers = new EnumMap<>(Family.class);
    private final Duration longestWait;

    private record Desk(Semaphore permits, Semaphore waiting) {}

    @Inject
    WorkPermits(Limits limits) {
        this(
                Map.of(
                        Family.API, limits.atOnce().api(),
                        Family.PAGES, limits.atOnce().pages(),
                        Family.SIGN_IN, limits.atOnce().signIn(),
                        Family.COUNTER, limits.atOnce().counter(),
                        Family.BACK_OFFICE, limits.atOnce().backOffice()),
                limits.atOnce().longestWait());
    }

    /** @param permits families without a number are not held up */
    WorkPermits(Map<Family, Integer> permits, Duration longestWait) {
        permits.forEach((family, count) -> desks.put(
                family, new Desk(new Semaphore(count, true), new Semaphore(Math.max(1, count / WAITING_SHARE)))));
        Arrays.stream(Family.values())
                .forEach(family -> readers.put(
                        family, new Semaphore(Math.max(1, permits.getOrDefault(family, MOST_READERS * 2) / 2))));
        this.longestWait = longestWait;
    }

    /** Gives the permit back when it is closed, from whatever thread. */
    interface Permit extends AutoCloseable {
        @Override
        void close();
    }

    Optional<Permit> take(Family family) {
        Desk desk = desks.get(family);
        if (desk == null) {
            return Optional.of(() -> {});
        }
        return isFree(desk) || waited(desk) ? Optional.of(desk.permits()::release) : Optional.empty();
    }

    /** Asked with a time, be it none, a fair semaphore lets nobody past those who wait. */
    private static boolean isFree(Desk desk) {
        try {
            return desk.permits().tryAcquire(0, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * For a request whose body is read by a thread that waits for it, as long as it takes: at most half of the family's, so
     * that whoever is slow leaves the other half to the others. To be had before {@link #take}.
     */
    Optional<Permit> takeToRead(Family family) {
        Semaphore few = Objects.requireNonNull(readers.get(family));
        return few.tryAcquire() ? Optional.of(few::release) : Optional.empty();
    }

    int free(Family family) {
        Desk desk = desks.get(family);
        return desk == null ? Integer.MAX_VALUE : desk.permits().availablePermits();
    }

    private boolean waited(Desk desk) {
        if (!desk.waiting().tryAcquire()) {
            return false;
        }
        try {
            return desk.permits().tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            desk.waiting().release();
        }
    }
}
