/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.job.Job;
import dev.saphan.job.Jobs;
import dev.saphan.persistence.Transactions;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Repairs every difference of a comparison that reading again may mend, some at a time, going on after a crash. */
@Wired
public class RepairAll implements Job {

    static final String NAME = "repair-differences";

    private static final int BATCH = 10;

    private final Reconciliations reconciliations;
    private final ReconciledItems items;
    private final RepairDifference repairDifference;
    private final Jobs jobs;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    RepairAll(
            Reconciliations reconciliations,
            ReconciledItems items,
            RepairDifference repairDifference,
            Jobs jobs,
            Transactions transactions,
            Clock clock) {
        this.reconciliations = reconciliations;
        this.items = items;
        this.repairDifference = repairDifference;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether it begins; false while somebody's repair of it is under way. */
    public boolean begin(ReconciliationId id, String by) {
        return transactions.call(() -> reconciliations
                .lock(id)
                .filter(run -> run.repairingBy().isEmpty())
                .map(run -> {
                    run.repairing(by);
                    jobs.schedule(NAME, id.value(), clock.instant());
                    return true;
                })
                .orElse(false));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Next run(String id) {
        ReconciliationId comparison = new ReconciliationId(id);
        Optional<Batch> batch =
                transactions.call(() -> reconciliations.find(comparison).flatMap(this::next));
        if (batch.isEmpty()) {
            return Next.DONE;
        }
        batch.get()
                .items()
                .forEach(item -> repairDifference.repair(item, batch.get().by()));
        return transactions.call(() -> reached(comparison, batch.get().items()));
    }

    private Optional<Batch> next(Reconciliation run) {
        return run.repairingBy().map(by -> new Batch(by, items.toRepair(run.id(), run.repairSeen(), BATCH)));
    }

    private Next reached(ReconciliationId id, List<String> done) {
        Reconciliation run = reconciliations.lock(id).orElseThrow();
        if (done.size() < BATCH) {
            run.repairing(null);
            return Next.DONE;
        }
        run.repaired(done.get(done.size() - 1));
        return Next.at(clock.instant());
    }

    private record Batch(String by, List<String> items) {}
}
