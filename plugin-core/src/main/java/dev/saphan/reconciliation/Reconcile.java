/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.job.Job;
import dev.saphan.job.JobGivenUp;
import dev.saphan.persistence.Transactions;
import dev.saphan.reconciliation.Step.Trouble;
import dev.saphan.settings.Stores;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Compares an account's books with the gateway's, one page at a time.
 *
 * <ol>
 *   <li>Reads where the comparison stands.
 *   <li>Asks the gateway for the next page, with no transaction open.
 *   <li>Writes what it found together with how far it came. A crash before that repeats the page, which finds the same.
 * </ol>
 *
 * <p>A gateway that does not answer is asked again with a pause that grows; one that refuses, or is silent for minutes,
 * ends the comparison as failed. What was found until then stays.
 */
@Wired
class Reconcile implements Job {

    static final String NAME = "reconcile";

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Instance<Step> steps;
    private final Reconciliations reconciliations;
    private final Stores stores;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    Reconcile(
            @Any Instance<Step> steps,
            Reconciliations reconciliations,
            Stores stores,
            Transactions transactions,
            Clock clock) {
        this.steps = steps;
        this.reconciliations = reconciliations;
        this.stores = stores;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int errorBudget() {
        return 5;
    }

    @Override
    public Next run(String id) {
        ReconciliationId comparison = new ReconciliationId(id);
        Optional<Running> running =
                transactions.call(() -> reconciliations.find(comparison).flatMap(this::running));
        if (running.isEmpty()) {
            return Next.DONE;
        }
        return step(running.get().stage())
                .take(running.get())
                .map(trouble -> held(comparison, trouble))
                .orElseGet(() -> Next.at(clock.instant()));
    }

    /** An error of ours: the page must not go on saying that it runs. */
    void giveUp(@Observes JobGivenUp givenUp) {
        if (givenUp.job().equals(NAME)) {
            reconciliations
                    .lock(new ReconciliationId(givenUp.subject()))
                    .filter(run -> run.status() == Reconciliation.Status.RUNNING)
                    .ifPresent(run -> run.held(givenUp.error(), true, clock.instant()));
        }
    }

    private Optional<Running> running(Reconciliation run) {
        if (run.status() != Reconciliation.Status.RUNNING) {
            return Optional.empty();
        }
        return stores.account(run.account()).map(account -> Running.of(run, account));
    }

    private Step step(Stage stage) {
        return steps.stream().filter(step -> step.stage() == stage).findFirst().orElseThrow();
    }

    private Next held(ReconciliationId id, Trouble trouble) {
        return transactions.call(() -> {
            Reconciliation run = reconciliations.lock(id).orElseThrow();
            return run.held(trouble.reason(), trouble.forGood(), clock.instant())
                    ? Next.at(clock.instant().plus(pause(run.progress().failures())))
                    : Next.DONE;
        });
    }

    private static Duration pause(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 6));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
