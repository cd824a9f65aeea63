/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import java.sql.Connection;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/**
 * Refuses a second connection to a thread that holds one. A container's pool would let it wait for one, and so many
 * threads as there are connections would wait for each other.
 */
final class OneConnectionPerThread {

    private final ThreadLocal<Boolean> holding = ThreadLocal.withInitial(() -> false);

    private OneConnectionPerThread() {}

    static DataSource over(DataSource pool) {
        return new OneConnectionPerThread().guard(pool);
    }

    private DataSource guard(DataSource pool) {
        return StandIn.of(DataSource.class, (method, arguments) -> {
            boolean lends = method.getName().equals("getConnection");
            if (lends && holding.get()) {
                throw new AssertionError("A thread that holds a connection asked for a second one");
            }
            Object answer = method.invoke(pool, arguments);
            return lends ? lent((Connection) answer) : answer;
        });
    }

    private Connection lent(Connection connection) {
        holding.set(true);
        Thread borrower = Thread.currentThread();
        AtomicBoolean open = new AtomicBoolean(true);
        return StandIn.of(Connection.class, (method, arguments) -> {
            if (method.getName().equals("close") && open.getAndSet(false)) {
                if (Thread.currentThread() != borrower) {
                    throw new AssertionError("Given back by another thread than the one that took it");
                }
                holding.set(false);
            }
            return method.invoke(connection, arguments);
        });
    }
}
