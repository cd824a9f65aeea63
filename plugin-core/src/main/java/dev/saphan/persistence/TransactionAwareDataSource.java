/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.persistence;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Inside a transaction it gives that transaction's own connection, outside one of the pool's. So a thread never asks the
 * pool for a second connection while it holds one: as many threads as the pool has connections would wait for each other
 * until the pool's longest wait is over.
 */
public final class TransactionAwareDataSource implements DataSource {

    private final DataSource pool;
    private final BooleanSupplier inTransaction;
    private final Supplier<Connection> own;

    /**
     * @param inTransaction whether the calling thread is inside a transaction
     * @param own the connection of the calling thread's transaction; asked inside one only
     */
    public TransactionAwareDataSource(DataSource pool, BooleanSupplier inTransaction, Supplier<Connection> own) {
        this.pool = pool;
        this.inTransaction = inTransaction;
        this.own = own;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return inTransaction.getAsBoolean() ? leftOpen(own.get()) : pool.getConnection();
    }

    /** @throws SQLFeatureNotSupportedException always: there is one user of the database, the configured one */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("Only the configured user");
    }

    /** The transaction closes its connection itself, when it ends. */
    private static Connection leftOpen(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                TransactionAwareDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return pool.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }
}
