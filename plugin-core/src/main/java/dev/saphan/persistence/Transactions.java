/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.persistence;

import java.util.function.Supplier;

/**
 * Runs a piece of work in a transaction of its own and commits it before returning. Use cases that call the gateway
 * are written as <em>record, call, record</em>: two calls of this with the gateway between them.
 */
public interface Transactions {

    /** Commits when the work returns, rolls back when it throws; the exception of the work is thrown on. */
    <T> T call(Supplier<T> work);

    /**
     * As {@link #call}, to write down what has happened outside: it waits for its place at the database for much longer,
     * since what is not written down now has to be found out later.
     */
    default <T> T callAfterwards(Supplier<T> work) {
        return call(work);
    }

    /** As {@link #callAfterwards}, for work without a result. */
    default void runAfterwards(Runnable work) {
        callAfterwards(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** As {@link #call}, for work without a result. */
    default void run(Runnable work) {
        call(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /**
     * As {@link #call}; when a unique key or an optimistic lock says that somebody else was faster, once more from the
     * start, now seeing what they wrote.
     */
    default <T> T callAgainOnConflict(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return call(work);
            } catch (RuntimeException e) {
                if (attempt == 3 || !Conflicts.isConflict(e)) {
                    throw e;
                }
            }
        }
    }

    /**
     * Inside such a piece of work: does this on the same thread when the work is kept, and never if it is not. It must be
     * quick, touch no database and not throw.
     */
    default void afterCommit(Runnable what) {
        what.run();
    }

    /** Whether this thread is inside such a piece of work. */
    boolean isActive();
}
