/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import jakarta.servlet.AsyncContext;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Dispatches a request again once the thread that brought it has left the container. Payara keeps a dispatch that is asked for
 * sooner until that thread leaves, without a lock: it was seen to carry a request out twice, and could lose one. It does
 * neither where the thread has left, and where another than its own asks.
 */
final class Handover implements Runnable {

    private static final Logger LOG = Logger.getLogger(Handover.class.getName());

    /** Far longer than a thread takes to leave; a container that never tells is not waited for. */
    private static final int MOST_TURNS = 2_000;

    private final AsyncContext context;
    private final Consumer<Runnable> nextTurn;
    private final Runnable givenUp;
    private int turns;
    private boolean left;

    /**
     * @param nextTurn runs it a moment later, by a thread that the container dispatches nothing by
     * @param givenUp called if the container dispatches it no more, since its client is gone or the server stops
     */
    Handover(AsyncContext context, Consumer<Runnable> nextTurn, Runnable givenUp) {
        this.context = context;
        this.nextTurn = nextTurn;
        this.givenUp = givenUp;
    }

    void begin() {
        orGiveUp(() -> nextTurn.accept(this));
    }

    private void orGiveUp(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "A request was not dispatched again", e);
            givenUp.run();
        }
    }

    /** One turn more after the thread was seen to leave, since it is seen a few steps before it has. */
    @Override
    public void run() {
        if (left || turns >= MOST_TURNS) {
            orGiveUp(context::dispatch);
            return;
        }
        turns++;
        left = hasLeft();
        begin();
    }

    /** As the Servlet specification has it (AsyncContext.setTimeout): from then on no time may be set. */
    private boolean hasLeft() {
        try {
            context.setTimeout(0);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
