/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

import dev.saphan.persistence.SchemaMigration;
import dev.saphan.persistence.SchemaMigration.Standing;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/** The database's schema is the one of this version of the plugin. */
@Wired
class SchemaCheck implements ReadinessCheck {

    private final DataSource dataSource;

    @Inject
    SchemaCheck(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String code() {
        return "schema";
    }

    @Override
    public Area area() {
        return Area.INSTALLATION;
    }

    @Override
    public Finding look(Subject subject) {
        return judge(SchemaMigration.standing(dataSource));
    }

    static Finding judge(Standing standing) {
        if (standing.failed() > 0) {
            return Finding.failed("broken_off", standing.failed());
        }
        if (!standing.compatible()) {
            return Finding.failed("too_new", standing.applied(), standing.known());
        }
        if (standing.pending() > 0) {
            return Finding.failed("behind", standing.applied(), standing.known());
        }
        return standing.applied().equals(standing.known())
                ? Finding.passed("same", standing.applied())
                : Finding.warning("newer", standing.applied(), standing.known());
    }
}
