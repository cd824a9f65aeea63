/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Charge;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.AttemptId;
import dev.saphan.payment.AttemptStatus;
import dev.saphan.payment.Attempts;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.AccountKey;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Goes through our attempts of the period and asks the gateway for the charge of each that its list did not have: only
 * when it does not know that very charge either, it is missing there.
 */
@Wired
class LookForOurCharges implements Step {

    private static final int BATCH = 25;

    private final LookAtCharge lookAtCharge;
    private final Attempts attempts;
    private final ReconciledItems items;
    private final Reconciliations reconciliations;
    private final EnterItems enterItems;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    LookForOurCharges(
            LookAtCharge lookAtCharge,
            Attempts attempts,
            ReconciledItems items,
            Reconciliations reconciliations,
            EnterItems enterItems,
            Transactions transactions,
            Clock clock) {
        this.lookAtCharge = lookAtCharge;
        this.attempts = attempts;
        this.items = items;
        this.reconciliations = reconciliations;
        this.enterItems = enterItems;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.OUR_CHARGES;
    }

    @Override
    public Optional<Trouble> take(Running running) {
        Batch batch = transactions.call(() -> next(running));
        Map<AttemptId, Optional<Charge>> found = new HashMap<>();
        for (Sought sought : batch.sought()) {
            if (sought.charge().isEmpty()) {
                found.put(sought.attempt(), Optional.empty());
                continue;
            }
            Answer<Optional<Charge>> answer =
                    lookAtCharge.look(running.account(), sought.charge().get());
            if (!(answer instanceof Answer.Ok<Optional<Charge>> ok)) {
                return Trouble.of(answer);
            }
            found.put(sought.attempt(), ok.value());
        }
        transactions.run(() -> reconciliations
                .lock(running.id())
                .filter(running::isStill)
                .ifPresent(run -> record(run, batch, found)));
        return Optional.empty();
    }

    private Batch next(Running running) {
        Instant until = running.readUntil().plusSeconds(1);
        List<Attempt> made = attempts.made(
                new AccountKey(running.account().store(), running.account().mode()),
                running.period().lookBack(),
                until,
                running.seenUntil(),
                BATCH);
        Set<AttemptId> seen =
                items.seenAttempts(running.id(), made.stream().map(Attempt::id).toList());
        return new Batch(
                made.stream()
                        .filter(attempt -> !seen.contains(attempt.id()) && isExpected(attempt, running.period()))
                        .map(attempt -> new Sought(attempt.id(), attempt.chargeId()))
                        .toList(),
                made.isEmpty() ? "" : made.get(made.size() - 1).id().value(),
                made.size() < BATCH);
    }

    /** Whether the gateway should have a charge for it that belongs to the period, as far as we know. */
    private static boolean isExpected(Attempt attempt, Period period) {
        boolean isThere = attempt.chargeId().isPresent() || attempt.status().isUnanswered();
        boolean paidSurplus = attempt.status() == AttemptStatus.SUCCESSFUL && !ChargeSides.isPaying(attempt);
        return isThere && (paidSurplus || period.contains(ChargeSides.ourTime(attempt)));
    }

    private void record(Reconciliation run, Batch batch, Map<AttemptId, Optional<Charge>> found) {
        enterItems.enter(attempts.all(found.keySet()).stream()
                .map(attempt ->
                        new ChargeSides(found.getOrDefault(attempt.id(), Optional.empty()), Optional.of(attempt)))
                .filter(sides -> run.period().contains(sides.happenedAt()))
                .map(sides -> new ReconciledItem(run, sides, clock.instant()))
                .toList());
        if (batch.isLast()) {
            run.stageDone(clock.instant());
        } else {
            run.seen(batch.last());
        }
    }

    private record Sought(AttemptId attempt, Optional<String> charge) {}

    private record Batch(List<Sought> sought, String last, boolean isLast) {}
}
