/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.persistence;

import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import jakarta.annotation.Resource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import javax.sql.DataSource;

/** Hands out what the container has for us, by injection. */
@Wired
class ContainerPersistence {

    @Produces
    @PluginData
    @PersistenceContext(unitName = "saphan")
    EntityManager entityManager;

    @Resource(lookup = "java:app/jdbc/saphan")
    DataSource pool;

    @Produces
    @Singleton
    DataSource dataSource(Transactions transactions, @PluginData EntityManager entities, Deployment deployment) {
        DataSource patient = PatientDataSource.of(
                pool, Silence.ofAtMost(deployment.database().longestStatement()));
        return new TransactionAwareDataSource(patient, transactions::isActive, () -> entities.unwrap(Connection.class));
    }

    @Produces
    @Singleton
    TransactionPermits permits(Deployment deployment) {
        return new TransactionPermits(
                deployment.database().atOnce(), deployment.database().longestWait());
    }
}
