/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.database;

import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * The container's pool over the store's own H2 file. Payara brings the driver. A commit is on disk before it is
 * acknowledged only with {@code WRITE_DELAY=0} in the address: H2 keeps that setting but forgets it at the next start.
 */
@ApplicationScoped
@DataSourceDefinition(
        name = "java:app/jdbc/store",
        className = "org.h2.jdbcx.JdbcDataSource",
        url = "${MPCONFIG=store.database.url:jdbc:h2:file:./store-data/store;WRITE_DELAY=0}",
        user = "${MPCONFIG=store.database.user:sa}",
        password = "${MPCONFIG=store.database.password:}",
        transactional = false,
        initialPoolSize = 1,
        minPoolSize = 1,
        maxPoolSize = 20)
class StoreDatabase {

    @Resource(lookup = "java:app/jdbc/store")
    private DataSource dataSource;

    @Produces
    @Singleton
    Jdbi jdbi() {
        return Schema.migrate(dataSource);
    }
}
