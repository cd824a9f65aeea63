/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.race;

import dev.saphan.problem.Problem;
import dev.saphan.testing.Steps;
import org.jspecify.annotations.Nullable;

/** Somebody who acts at the same time as others, on a thread of its own that goes from step to step when it is let. */
final class Actor implements Runnable {

    /** Where an actor on this thread waits for its turn; anybody else just goes on. */
    static final Steps STEPS = what -> {
        Actor actor = Actor.CURRENT.get();
        if (actor != null) {
            actor.pause(what);
        }
    };

    private static final ThreadLocal<@Nullable Actor> CURRENT = new ThreadLocal<>();

    private final String name;
    private final Runnable act;
    private final Schedule turn;
    private State state = State.PAUSED;
    private String next = "start";
    private boolean abandoned;
    private @Nullable RuntimeException thrown;

    /** {@code GOING} is under way to its next step, or waits for a lock of the database. */
    enum State {
        PAUSED,
        GOING,
        ENDED
    }

    /** @param turn whose turn it is; guards the states of all its actors */
    Actor(String name, Runnable act, Schedule turn) {
        this.name = name;
        this.act = act;
        this.turn = turn;
    }

    @Override
    public void run() {
        CURRENT.set(this);
        try {
            awaitTurn();
            act.run();
        } catch (RuntimeException e) {
            thrown = e;
        } finally {
            CURRENT.remove();
            become(State.ENDED, "end");
        }
    }

    /** Lets it take its next step; the caller holds the turn and wakes it. */
    void go() {
        state = State.GOING;
    }

    /** It ends with an exception instead of its next step; the caller holds the turn. */
    void abandon() {
        abandoned = true;
        go();
        turn.notifyAll();
    }

    boolean is(State asked) {
        return state == asked;
    }

    /** What it is about to do. */
    String next() {
        return next;
    }

    String name() {
        return name;
    }

    /** What it was told instead of getting what it wanted. */
    @Nullable
    Problem refusal() {
        return thrown instanceof Problem problem ? problem : null;
    }

    /** What must not happen to anybody. */
    @Nullable
    RuntimeException failure() {
        return thrown instanceof Problem ? null : thrown;
    }

    private void pause(String what) {
        synchronized (turn) {
            become(State.PAUSED, what);
            turn.passOn(this);
            awaitTurn();
        }
    }

    private void become(State now, String what) {
        synchronized (turn) {
            next = what;
            state = now;
            if (now == State.ENDED) {
                turn.notifyAll();
            }
        }
    }

    private void awaitTurn() {
        synchronized (turn) {
            while (state == State.PAUSED) {
                waitFor(turn, 0);
            }
            if (abandoned) {
                throw new IllegalStateException("abandoned");
            }
        }
    }

    /** The caller holds the monitor. */
    @SuppressWarnings("WaitNotInLoop")
    static void waitFor(Object monitor, long milliseconds) {
        try {
            monitor.wait(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
