/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;

/**
 * How long a database may say nothing to a statement before its connection is given up. The pool's own limit is short, so
 * that a dead database is found out when a connection is tried; whoever works with one may be more patient meanwhile.
 */
final class Silence {

    /** For what takes as long as it takes. */
    static final Silence UNLIMITED = new Silence(0);

    private final int millis;

    private Silence(int millis) {
        this.millis = millis;
    }

    static Silence ofAtMost(Duration longest) {
        return new Silence((int) Math.min(Integer.MAX_VALUE, Math.max(1, longest.toMillis())));
    }

    /** Ends with the work: the connection goes back into the pool as it came out of it. */
    interface Borne extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws DatabaseUnavailable if the connection is closed already */
    Borne on(Connection connection) {
        try {
            int before = connection.getNetworkTimeout();
            limit(connection, millis);
            return () -> restore(connection, before);
        } catch (SQLFeatureNotSupportedException e) {
            return () -> {};
        } catch (SQLException e) {
            throw new DatabaseUnavailable("The database gives no connection", e);
        }
    }

    private static void restore(Connection connection, int before) {
        try {
            limit(connection, before);
        } catch (SQLException e) {
            // it broke meanwhile, which whoever worked with it has noticed, and the pool will
        }
    }

    private static void limit(Connection connection, int millis) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, millis);
    }
}
