/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import dev.saphan.job.Job;
import dev.saphan.wiring.Wired;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Work that fails as often as a test says. */
@Wired
public class FailingJob implements Job {

    public static final String NAME = "failing-job";

    private static final Map<String, Integer> FAILURES_LEFT = new ConcurrentHashMap<>();

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
        return Next.DONE;
    }
}
