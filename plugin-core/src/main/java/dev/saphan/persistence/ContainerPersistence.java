/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.persistence;

import dev.saphan.wiring.Wired;
import jakarta.annotation.Resource;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import javax.sql.DataSource;

/** The container's entity manager (one persistence context per transaction) and data source, for injection. */
@Wired
class ContainerPersistence {

    @Produces
    @PluginData
    @PersistenceContext(unitName = "saphan")
    EntityManager entityManager;

    @Produces
    @Resource(lookup = "java:app/jdbc/saphan")
    DataSource dataSource;
}
