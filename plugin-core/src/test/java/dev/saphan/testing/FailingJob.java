/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import dev.saphan.job.Job;
import dev.saphan.wiring.Wired;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Work that fails as often as a test says. */
@Wired
public class FailingJob implements Job {

    public static final String NAME = "failing-job";

    private static final Map<String, Integer> FAILURES_LEFT = new ConcurrentHashMap<>();
    private static final Map<String, CountDownLatch> HELD_UP = new ConcurrentHashMap<>();

    /** Once, and then it waits for as long as the test is not done looking at the failure. */
    public static void failsOnceAndSucceedsAfter(String id, CountDownLatch seen) {
        HELD_UP.put(id, seen);
        failsTimes(id, 1);
    }

    public static void failsTimes(String id, int times) {
        FAILURES_LEFT.put(id, times);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int errorBudget() {
        return 2;
    }

    @Override
    public Next run(String id) {
        if (FAILURES_LEFT.merge(id, -1, Integer::sum) >= 0) {
            throw new IllegalStateException("not yet");
        }
        waitFor(HELD_UP.get(id));
        return Next.DONE;
    }

    private static void waitFor(@Nullable CountDownLatch seen) {
        try {
            if (seen != null && !seen.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("nobody saw the failure");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
