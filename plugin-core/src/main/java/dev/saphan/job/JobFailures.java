/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.job;

import dev.saphan.persistence.PluginData;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The work that fails at present, dead or still tried. */
@Wired
public class JobFailures {

    private static final int MOST_SHOWN = 500;

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    JobFailures(@PluginData EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** The dead first, then the newest. Call it inside a transaction. */
    public List<JobFailure> list() {
        return entities.createQuery(
                        "select f from JobFailure f order by f.dead desc, f.lastFailedAt desc", JobFailure.class)
                .setMaxResults(MOST_SHOWN)
                .getResultList();
    }

    /** Work that is no longer tried. Call it inside a transaction. */
    public long countDead() {
        return entities.createQuery("select count(f) from JobFailure f where f.dead = true", Long.class)
                .getSingleResult();
    }

    Optional<JobFailure> find(String job, String subject) {
        return Optional.ofNullable(entities.find(JobFailure.class, JobFailure.id(job, subject)));
    }

    void failed(String job, String subject, int timesInARow, String error, boolean givenUp) {
        JobFailure failure = find(job, subject).orElseGet(() -> {
            JobFailure entered = new JobFailure(job, subject, clock.instant());
            entities.persist(entered);
            return entered;
        });
        failure.failed(timesInARow, error, givenUp, clock.instant());
    }

    /** It succeeded, or begins anew. */
    void forget(String job, String subject) {
        entities.createQuery("delete from JobFailure f where f.id = :id")
                .setParameter("id", JobFailure.id(job, subject))
                .executeUpdate();
    }
}
