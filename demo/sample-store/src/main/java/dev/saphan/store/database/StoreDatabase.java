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

/** The container's pool over the store's own H2 file. Payara brings the driver. */
@ApplicationScoped
@DataSourceDefinition(
        name = "java:app/jdbc/store",
        className = "org.h2.jdbcx.JdbcDataSource",
        url = "${MPCONFIG=store.database.url:jdbc:h2:file:./store-data/store}",
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
