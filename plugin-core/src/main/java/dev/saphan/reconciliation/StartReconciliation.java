/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.job.Jobs;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.AccountKey;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;

/** A person wants the books compared. While the same comparison is under way, asking again leads to it. */
@Wired
public class StartReconciliation {

    private final Reconciliations reconciliations;
    private final Jobs jobs;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    StartReconciliation(Reconciliations reconciliations, Jobs jobs, Transactions transactions, Clock clock) {
        this.reconciliations = reconciliations;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    public ReconciliationId start(AccountKey account, Period period, String by) {
        return transactions.callAgainOnConflict(() -> reconciliations
                .findRunning(account, period)
                .map(Reconciliation::id)
                .orElseGet(() -> {
                    Reconciliation run = new Reconciliation(account, period, by, clock.instant());
                    reconciliations.add(run);
                    jobs.schedule(Reconcile.NAME, run.id().value(), clock.instant());
                    return run.id();
                }));
    }

    /** Whether one that failed goes on now from where it was. */
    public boolean goOn(ReconciliationId id) {
        return transactions.callAgainOnConflict(() -> reconciliations
                .lock(id)
                .filter(run -> run.status() == Reconciliation.Status.FAILED)
                .filter(run ->
                        reconciliations.findRunning(run.account(), run.period()).isEmpty())
                .map(run -> {
                    run.goOn();
                    jobs.schedule(Reconcile.NAME, id.value(), clock.instant());
                    return true;
                })
                .orElse(false));
    }
}
