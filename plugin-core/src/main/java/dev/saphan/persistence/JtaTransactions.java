/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.persistence;

import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.util.function.Supplier;

/**
 * The container's transactions. Each holds one connection, from its beginning to its end. Nesting is refused: a use case
 * that starts inside another's transaction is a mistake.
 */
@Wired
class JtaTransactions implements Transactions {

    private final EntityManager entities;
    private final TransactionPermits permits;
    private final Silence silence;

    @Resource
    UserTransaction transaction;

    @Resource
    TransactionSynchronizationRegistry registry;

    @Inject
    JtaTransactions(@PluginData EntityManager entities, TransactionPermits permits, Deployment deployment) {
        this.entities = entities;
        this.permits = permits;
        this.silence = Silence.ofAtMost(deployment.database().longestStatement());
    }

    @Override
    public <T> T call(Supplier<T> work) {
        return permits.call(() -> inTransaction(work));
    }

    @Override
    public <T> T callAfterwards(Supplier<T> work) {
        return permits.callPatiently(() -> inTransaction(work));
    }

    private <T> T inTransaction(Supplier<T> work) {
        begin();
        T result;
        try {
            bearSilence();
            result = work.get();
            entities.flush(); // a conflict that only the container's commit finds is logged by it, at length
        } catch (RuntimeException e) {
            rollBack(e);
            throw DatabaseUnavailable.orElse(e);
        } catch (Error e) {
            rollBack(e);
            throw e;
        }
        commit();
        return result;
    }

    /** Until the transaction has ended: its commit may have to wait for a replica, or for a slow disk. */
    private void bearSilence() {
        registry.registerInterposedSynchronization(new UntilItsEnd(silence.on(takeConnection())));
    }

    @Override
    public void afterCommit(Runnable what) {
        registry.registerInterposedSynchronization(new OnceKept(what));
    }

    private record OnceKept(Runnable what) implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                what.run();
            }
        }
    }

    /** What is interposed is told of the end before the connection is given back to the pool. */
    private record UntilItsEnd(Silence.Borne silence) implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            silence.close();
        }
    }

    /**
     * Otherwise each read takes a connection from the pool and gives it back, and Payara then takes a second one before
     * it hands out the transaction's own.
     */
    private Connection takeConnection() {
        try {
            return entities.unwrap(Connection.class);
        } catch (RuntimeException e) { // EclipseLink's own, which is no PersistenceException
            throw new DatabaseUnavailable("The database gives no connection", e);
        }
    }

    @Override
    public boolean isActive() {
        try {
            return transaction.getStatus() != Status.STATUS_NO_TRANSACTION;
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    private void begin() {
        try {
            transaction.begin();
        } catch (NotSupportedException | SystemException e) {
            throw new IllegalStateException("No transaction could be started", e);
        }
    }

    private void commit() {
        try {
            transaction.commit();
        } catch (RollbackException e) {
            throw new TransactionRolledBack(e);
        } catch (Exception e) {
            throw new CommitUnknown(e);
        }
    }

    private void rollBack(Throwable cause) {
        try {
            transaction.rollback();
        } catch (SystemException | RuntimeException e) {
            cause.addSuppressed(e);
        }
    }
}
