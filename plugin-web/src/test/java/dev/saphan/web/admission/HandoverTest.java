/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A request goes on when the thread that brought it has left, once. */
class HandoverTest {

    private final Queue<Runnable> turns = new ArrayDeque<>();
    private boolean left;
    private boolean gone;
    private int dispatches;
    private int givenUp;

    private final AsyncContext context = (AsyncContext) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {AsyncContext.class}, (self, method, arguments) -> {
                switch (method.getName()) {
                    case "setTimeout" -> {
                        if (left) {
                            throw new IllegalStateException("no time may be set any more");
                        }
                    }
                    case "dispatch" -> {
                        if (gone) {
                            throw new IllegalStateException("the request is another's");
                        }
                        dispatches++;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                }
                return null;
            });

    @Test
    void waitsWhileTheThreadIsThere() {
        new Handover(context, turns::add, () -> givenUp++).begin();

        takeTurns(100);

        assertThat(dispatches).isZero();
        assertThat(turns).as("still asking").hasSize(1);
    }

    @Test
    void doesNothingOnTheThreadThatBringsTheBody() {
        left = true;

        new Handover(context, turns::add, () -> givenUp++).begin();

        assertThat(dispatches).isZero();
    }

    @Test
    void dispatchesOnceATurnAfterTheThreadWasSeenToLeave() {
        new Handover(context, turns::add, () -> givenUp++).begin();
        takeTurns(3);
        left = true;

        takeTurns(1);
        assertThat(dispatches).isZero();
        takeTurns(1);

        assertThat(dispatches).isEqualTo(1);
        assertThat(givenUp).isZero();
        assertThat(turns).isEmpty();
    }

    @Test
    void waitsForNoContainerThatNeverTells() {
        new Handover(context, turns::add, () -> givenUp++).begin();

        while (!turns.isEmpty()) {
            takeTurns(1);
        }

        assertThat(dispatches).isEqualTo(1);
    }

    @Test
    void givesUpARequestThatIsDispatchedNoMore() {
        new Handover(context, turns::add, () -> givenUp++).begin();
        left = true;
        gone = true;

        takeTurns(2);

        assertThat(givenUp).isEqualTo(1);
        assertThat(turns).isEmpty();
    }

    @Test
    void givesUpWhereNobodyTakesTurnsAnyMore() {
        Consumer<Runnable> stopped = turn -> {
            throw new RejectedExecutionException();
        };

        new Handover(context, stopped, () -> givenUp++).begin();

        assertThat(givenUp).isEqualTo(1);
    }

    private void takeTurns(int count) {
        for (int i = 0; i < count; i++) {
            turns.remove().run();
        }
    }
}
