/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.startup;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The plugin's data source, from the deployment's configuration: H2 in a file unless told otherwise. A connection is
 * tried before it is used (Payara's properties; others ignore them), at most once a second: those of before a restart of the
 * database are dead. Who gets one that died within that second is answered 503.
 *
 * <p>A database that takes connections and answers nothing is noticed by its silence: after two seconds, where a
 * connection is made or tried (PostgreSQL's properties, in seconds; others do not know them). It is silence that is
 * limited, not how long it takes to sign in: a node that starts on a busy machine needs longer for that. Whoever works with
 * a connection has more time for each statement, and a migration all of it.
 */
@DataSourceDefinition(
        name = "java:app/jdbc/saphan",
        className = "${MPCONFIG=saphan.database.driver:org.h2.jdbcx.JdbcDataSource}",
        url = "${MPCONFIG=saphan.database.url:jdbc:h2:file:./saphan-data/saphan;WRITE_DELAY=0}",
        user = "${MPCONFIG=saphan.database.user:sa}",
        password = "${MPCONFIG=saphan.database.password:}",
        initialPoolSize = 4,
        maxPoolSize = 40,
        properties = {
            "connectTimeout=2",
            "socketTimeout=2",
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "fish.payara.fail-all-connections=true",
            // one that was just used is not tried again: under load that was most of what was waited for
            "fish.payara.validate-atmost-once-period-in-seconds=1",
            // a transaction waits for its turn before the pool, so whoever waits here waits for a broken database
            "fish.payara.max-wait-time-in-millis=3000"
        })
@ApplicationScoped
class Database {}
