/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.persistence;

import dev.saphan.wiring.Wired;
import jakarta.annotation.Resource;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.function.Supplier;

/** The container's transactions. Nesting is refused: a use case that starts inside another's transaction is a mistake. */
@Wired
class JtaTransactions implements Transactions {

    @Resource
    UserTransaction transaction;

    @Override
    public <T> T call(Supplier<T> work) {
        begin();
        T result;
        try {
            result = work.get();
        } catch (RuntimeException | Error e) {
            rollBack(e);
            throw e;
        }
        commit();
        return result;
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
            throw new IllegalStateException("The outcome of a commit is not known", e);
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
