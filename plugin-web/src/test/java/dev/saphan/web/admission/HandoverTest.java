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
import org.junit.jupiter.api.Test;

/** A request goes on when the thread that brought it has left, once. */
class HandoverTest {

    private final Queue<Runnable> turns = new ArrayDeque<>();
    private boolean left;
    private int dispatches;

    private final AsyncContext context = (AsyncContext) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {AsyncContext.class}, (self, method, arguments) -> {
                switch (method.getName()) {
                    case "setTimeout" -> {
                        if (left) {
                            throw new IllegalStateException("no time may be set any more");
                        }
                    }
                    case "dispatch" -> dispatches++;
                    default -> throw new UnsupportedOperationException(method.getName());
                }
                return null;
            });

    @Test
    void waitsWhileTheThreadIsThere() {
        new Handover(context, turns::add).begin();

        takeTurns(100);

        assertThat(dispatches).isZero();
        assertThat(turns).as("still asking").hasSize(1);
    }

    @Test
    void doesNothingOnTheThreadThatBringsTheBody() {
        left = true;

        new Handover(context, turns::add).begin();

        assertThat(dispatches).isZero();
    }

    @Test
    void dispatchesOnceATurnAfterTheThreadWasSeenToLeave() {
        new Handover(context, turns::add).begin();
        takeTurns(3);
        left = true;

        takeTurns(1);
        assertThat(dispatches).isZero();
        takeTurns(1);

        assertThat(dispatches).isEqualTo(1);
        assertThat(turns).isEmpty();
    }

    @Test
    void waitsForNoContainerThatNeverTells() {
        new Handover(context, turns::add).begin();

        while (!turns.isEmpty()) {
            takeTurns(1);
        }

        assertThat(dispatches).isEqualTo(1);
    }

    private void takeTurns(int count) {
        for (int i = 0; i < count; i++) {
            turns.remove().run();
        }
    }
}
