/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import dev.saphan.persistence.TransactionAwareDataSource;
import dev.saphan.persistence.TransactionRolledBack;
import dev.saphan.persistence.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.RollbackException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the container does, without one: an entity manager per transaction, and its connection for plain JDBC inside. */
final class LocalTransactions implements Transactions {

    /** What goes to the database at once, or is about to. */
    private static final Set<String> READS = Set.of("find", "refresh", "flush", "createQuery");

    private final EntityManagerFactory factory;
    private final Steps steps;
    private final ThreadLocal<@Nullable EntityManager> current = new ThreadLocal<>();
    private final ThreadLocal<List<Runnable>> kept = ThreadLocal.withInitial(ArrayList::new);
    private final ThreadLocal<LockedFirst> reads = ThreadLocal.withInitial(LockedFirst::new);

    LocalTransactions(EntityManagerFactory factory, Steps steps) {
        this.factory = factory;
        this.steps = steps;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        if (isActive()) {
            throw new IllegalStateException("Nested transaction");
        }
        steps.before("begin");
        EntityManager entities = factory.createEntityManager();
        current.set(entities);
        reads.set(new LockedFirst());
        kept.set(new ArrayList<>());
        entities.getTransaction().begin();
        try {
            entities.unwrap(Connection.class); // every read on the transaction's own connection, as in a container
            T result = work.get();
            steps.before("commit");
            entities.getTransaction().commit();
            kept.get().forEach(Runnable::run);
            return result;
        } catch (RollbackException e) {
            throw new TransactionRolledBack(e);
        } finally {
            current.remove();
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    @Override
    public void afterCommit(Runnable what) {
        kept.get().add(what);
    }

    @Override
    public boolean isActive() {
        return current.get() != null;
    }

    /** Stands for the entity manager of the thread's transaction. */
    EntityManager entities() {
        return StandIn.of(EntityManager.class, (method, arguments) -> {
            EntityManager entities = current.get();
            if (entities == null) {
                throw new IllegalStateException("No transaction is active");
            }
            if (READS.contains(method.getName())) {
                steps.before(method.getName());
                reads.get().next(method.getName(), arguments);
            }
            return method.invoke(entities, arguments);
        });
    }

    /** Gives the transaction's own connection inside one, and a fresh one outside. */
    DataSource dataSource(DataSource pool) {
        return new TransactionAwareDataSource(
                pool,
                this::isActive,
                () -> Objects.requireNonNull(current.get()).unwrap(Connection.class));
    }
}
