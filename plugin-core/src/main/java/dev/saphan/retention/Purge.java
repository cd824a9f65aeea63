/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.retention;

import dev.saphan.job.Job;
import dev.saphan.job.Jobs;
import dev.saphan.persistence.Transactions;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Deletes what outlived its retention, in small transactions so that nobody waits for it. */
@Wired
public class Purge implements Job {

    static final String NAME = "purge";

    private static final Logger LOG = Logger.getLogger(Purge.class.getName());
    private static final Duration PERIOD = Duration.ofHours(6);
    private static final int AT_ONCE = 500;

    private final Instance<Perishable> perishables;
    private final Perished perished;
    private final Jobs jobs;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    Purge(@Any Instance<Perishable> perishables, Perished perished, Jobs jobs, Transactions transactions, Clock clock) {
        this.perishables = perishables;
        this.perished = perished;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** At start: from now on. */
    public void begin() {
        transactions.callAgainOnConflict(() -> {
            jobs.schedule(NAME, "all", clock.instant().plus(PERIOD));
            return Boolean.TRUE;
        });
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Next run(String id) {
        perishables.forEach(this::purge);
        return Next.at(clock.instant().plus(PERIOD));
    }

    private void purge(Perishable perishable) {
        int all = 0;
        int now;
        do {
            now = transactions.call(() -> perished.delete(perishable, AT_ONCE));
            all += now;
        } while (now == AT_ONCE);
        if (all > 0) {
            LOG.log(Level.INFO, "Purged {0}: {1}", new Object[] {perishable.name(), all});
        }
    }
}
