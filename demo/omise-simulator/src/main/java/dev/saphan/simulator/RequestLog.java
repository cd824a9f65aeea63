/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator;

import dev.saphan.simulator.http.ReceivedRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last API calls, with the credentials left out. */
final class RequestLog {

    private static final int MOST = 10_000;

    private final Deque<ReceivedRequest> calls = new ArrayDeque<>();

    synchronized void add(ReceivedRequest call) {
        if (call.isApi()) {
            calls.add(call.without("Authorization"));
            if (calls.size() > MOST) {
                calls.remove();
            }
        }
    }

    synchronized List<ReceivedRequest> all() {
        return List.copyOf(calls);
    }

    synchronized void clear() {
        calls.clear();
    }
}
