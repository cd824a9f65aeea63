/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.testing.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Two people, or two nodes, who do something at the same time. */
final class TwoAtOnce {

    private TwoAtOnce() {}

    static <T> List<T> run(Callable<T> one, Callable<T> other) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(2);
        List<T> answers = new ArrayList<>();
        for (Future<T> answer : people.invokeAll(List.of(one, other))) {
            answers.add(answer.get());
        }
        people.shutdown();
        return answers;
    }

    /** Whoever comes to that step first waits there for the other. */
    static Steps meetingAt(String step) {
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicInteger waiting = new AtomicInteger(2);
        return what -> {
            if (what.equals(step) && waiting.getAndDecrement() > 0) {
                await(both);
            }
        };
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
