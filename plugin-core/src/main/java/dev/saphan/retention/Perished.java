/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.retention;

import dev.saphan.persistence.PluginData;
import dev.saphan.persistence.Utc;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;

/** The rows that outlived their retention. */
@Wired
class Perished {

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    Perished(@PluginData EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Deletes some of them and answers how many. Call it inside a transaction. */
    int delete(Perishable what, int atMost) {
        String entity = what.entity().getSimpleName();
        List<String> old = entities.createQuery(
                        "select e." + what.id() + " from " + entity + " e where " + what.old(), String.class)
                .setParameter("before", Utc.of(clock.instant().minus(what.kept())))
                .setMaxResults(atMost)
                .getResultList();
        if (!old.isEmpty()) {
            entities.createQuery("delete from " + entity + " e where e." + what.id() + " in :old")
                    .setParameter("old", old)
                    .executeUpdate();
        }
        return old.size();
    }
}
