/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.race;

import dev.saphan.race.Actor.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One order in which actors take their steps, drawn from a seed.
 *
 * <ol>
 *   <li>Every actor pauses before its first step.
 *   <li>One of those that are paused is drawn and goes on to its next step; nobody else moves meanwhile.
 *   <li>One that waits for a lock of the database gets no further. This is seen by asking the database who is blocked:
 *       when all that are under way are, another one is drawn. Once the lock is free it goes on by itself to its next
 *       step, before anybody is drawn again.
 * </ol>
 *
 * So what happens depends on the seed and on nothing else. Seeds differ in how long an actor keeps going before another
 * one comes between: some races need many changes, some very few.
 */
final class Schedule {

    private static final double[] KEEPS_GOING = {0.0, 0.5, 0.8, 0.95};
    private static final int MOST_STEPS = 5_000;
    private static final long LONGEST_STEP_NANOS = 20_000_000_000L;

    private final Random random;
    private final double keepsGoing;
    private final ExecutorService threads;
    private final IntSupplier blocked;
    private final List<Actor> actors = new ArrayList<>();
    private final List<String> trace = new ArrayList<>();
    private @Nullable Actor last;

    /** @param blocked how many connections wait for a lock at the moment */
    Schedule(long seed, ExecutorService threads, IntSupplier blocked) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.keepsGoing = KEEPS_GOING[random.nextInt(KEEPS_GOING.length)];
        this.threads = threads;
        this.blocked = blocked;
    }

    Random random() {
        return random;
    }

    Actor add(String name, Runnable act) {
        Actor actor = new Actor(name, act, this);
        actors.add(actor);
        return actor;
    }

    List<Actor> actors() {
        return actors;
    }

    /** Steps taken so far, for the message of a failure. */
    List<String> trace() {
        return trace;
    }

    void run() {
        actors.forEach(threads::execute);
        try {
            synchronized (this) {
                while (settle()) {
                    letOneGo(null);
                }
            }
        } finally {
            abandonTheRest();
        }
    }

    /** Called by an actor that pauses: when nobody else is under way, it says itself who is next. The short cut. */
    void passOn(Actor paused) {
        if (going() == 0 && trace.size() <= MOST_STEPS) {
            letOneGo(paused);
        } else {
            notifyAll();
        }
    }

    private void letOneGo(@Nullable Actor paused) {
        Actor drawn = draw();
        trace.add(drawn.name() + ": " + drawn.next());
        drawn.go();
        last = drawn;
        if (drawn != paused) {
            notifyAll();
        }
    }

    private Actor draw() {
        if (last != null && last.is(State.PAUSED) && random.nextDouble() < keepsGoing) {
            return last;
        }
        List<Actor> ready =
                actors.stream().filter(actor -> actor.is(State.PAUSED)).toList();
        return ready.get(random.nextInt(ready.size()));
    }

    /** Until nobody gets any further by himself. Whether somebody can be drawn then; if not, all have ended. */
    private boolean settle() {
        long began = System.nanoTime();
        int steps = trace.size();
        while (going() > 0) {
            Actor.waitFor(this, 1);
            if (trace.size() > MOST_STEPS || System.nanoTime() - began > LONGEST_STEP_NANOS) {
                throw new AssertionError("It does not end");
            }
            if (trace.size() > steps) {
                began = System.nanoTime();
                steps = trace.size();
            } else if (someonePaused() && blocked.getAsInt() == going()) {
                return true;
            }
        }
        return someonePaused();
    }

    private boolean someonePaused() {
        return actors.stream().anyMatch(actor -> actor.is(State.PAUSED));
    }

    private int going() {
        return (int) actors.stream().filter(actor -> actor.is(State.GOING)).count();
    }

    private void abandonTheRest() {
        synchronized (this) {
            long began = System.nanoTime();
            while (actors.stream().anyMatch(actor -> !actor.is(State.ENDED))
                    && System.nanoTime() - began < LONGEST_STEP_NANOS) {
                actors.stream().filter(actor -> actor.is(State.PAUSED)).forEach(Actor::abandon);
                Actor.waitFor(this, 1);
            }
        }
    }
}
