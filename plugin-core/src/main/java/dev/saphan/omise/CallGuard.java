/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Guards calls of one kind: those that change something, those that read, or downloads.
 *
 * <ol>
 *   <li>while the {@link Circuit} is open, nearly all are refused at once;
 *   <li>who finds no permit waits for one, for a part of the caller's time limit; who finds too many waiting is refused at
 *       once;
 *   <li>the call gets what is left of the time limit;
 *   <li>the permit comes back whatever becomes of the call.
 * </ol>
 */
final class CallGuard {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final int WAITING_PER_PERMIT = 2;

    private final Semaphore permits;
    private final int mostWaiting;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Circuit circuit;
    private final Duration patience;

    /** @param patience the usual time limit: who gives up far sooner has learnt nothing about Omise */
    CallGuard(int atOnce, Circuit circuit, Duration patience) {
        this.patience = patience;
        this.permits = new Semaphore(atOnce, true);
        this.mostWaiting = atOnce * WAITING_PER_PERMIT;
        this.circuit = circuit;
    }

    /**
     * @param call is given what is left of the time limit
     * @throws GatewayFault.NotLetOut if the call was not made
     * @throws GatewayFault as the call does
     */
    <T> T call(Duration timeout, Function<Duration, T> call) {
        if (!circuit.isPassable()) {
            throw new GatewayFault.NotLetOut("circuit open");
        }
        long asked = System.nanoTime();
        if (!acquire(timeout)) {
            throw new GatewayFault.NotLetOut("too many calls at once");
        }
        try {
            if (!circuit.pass()) {
                throw new GatewayFault.NotLetOut("circuit open");
            }
            return noted(call, timeout.minusNanos(System.nanoTime() - asked));
        } finally {
            permits.release();
        }
    }

    /** Whether a call that is made now would find its way out. */
    boolean isPassable() {
        return circuit.isPassable() && (permits.availablePermits() > 0 || waiting.get() < mostWaiting);
    }

    /** How many more calls could go out now. */
    int free() {
        return permits.availablePermits();
    }

    private <T> T noted(Function<Duration, T> call, Duration left) {
        long began = System.nanoTime();
        try {
            T answer = call.apply(left);
            circuit.answered();
            return answer;
        } catch (GatewayFault.NotLetOut e) {
            throw e;
        } catch (GatewayFault e) {
            if (!gaveUpEarly(left, System.nanoTime() - began)) {
                circuit.failed();
            }
            throw e;
        }
    }

    /** Those who waited for a permit have less than the usual time left, but most of it. */
    private boolean gaveUpEarly(Duration left, long took) {
        return took >= left.toNanos() && left.compareTo(patience.dividedBy(2)) < 0;
    }

    private boolean acquire(Duration timeout) {
        try {
            return acquire(0) || waited(longestWait(timeout));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean waited(Duration longest) throws InterruptedException {
        try {
            return waiting.incrementAndGet() <= mostWaiting && acquire(longest.toNanos());
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** With a time, be it none, a fair semaphore lets nobody past those who wait. */
    private boolean acquire(long nanos) throws InterruptedException {
        return permits.tryAcquire(nanos, TimeUnit.NANOSECONDS);
    }

    /** Most of the time limit is for Omise. */
    static Duration longestWait(Duration timeout) {
        Duration part = timeout.dividedBy(4);
        return part.compareTo(LONGEST_WAIT) < 0 ? part : LONGEST_WAIT;
    }
}
