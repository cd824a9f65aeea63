/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.gateway.Charge;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.AttemptId;
import dev.saphan.payment.AttemptStatus;
import dev.saphan.payment.Attempts;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Goes through our attempts of the period and asks the gateway for the charge of each that its list did not have: only
 * when it does not know that very charge either, it is missing there.
 */
@Wired
class LookForOurCharges implements Step {

    private final GoThroughOurs goThroughOurs;
    private final Attempts attempts;
    private final ReconciledItems items;

    @Inject
    LookForOurCharges(GoThroughOurs goThroughOurs, Attempts attempts, ReconciledItems items) {
        this.goThroughOurs = goThroughOurs;
        this.attempts = attempts;
        this.items = items;
    }

    @Override
    public Stage stage() {
        return Stage.OUR_CHARGES;
    }

    @Override
    public Optional<Trouble> take(Running running) {
        return goThroughOurs.take(running, () -> next(running), this::compare);
    }

    private Ours<Sought> next(Running running) {
        List<Attempt> made = attempts.made(
                running.accountKey(),
                running.period().lookBack(),
                running.readUntil().plusSeconds(1),
                running.seenUntil(),
                Ours.BATCH);
        List<AttemptId> ids = made.stream().map(Attempt::id).toList();
        Set<AttemptId> listed = items.seenAttempts(running.id(), ids);
        List<Sought> sought = made.stream()
                .filter(attempt -> !listed.contains(attempt.id()) && isExpected(attempt, running.period()))
                .map(attempt -> new Sought(attempt.id(), attempt.chargeId()))
                .toList();
        return new Ours<>(
                sought,
                sought.stream().flatMap(one -> one.charge().stream()).collect(Collectors.toSet()),
                ids.stream().map(AttemptId::value).toList());
    }

    /** Whether the gateway should have a charge for it that belongs to the period, as far as we know. */
    private static boolean isExpected(Attempt attempt, Period period) {
        boolean isThere = attempt.chargeId().isPresent() || attempt.status().isUnanswered();
        boolean paidSurplus = attempt.status() == AttemptStatus.SUCCESSFUL && !ChargeSides.isPaying(attempt);
        return isThere && (paidSurplus || period.contains(ChargeSides.ourTime(attempt)));
    }

    private List<ChargeSides> compare(List<Sought> sought, GoThroughOurs.Told told) {
        Map<AttemptId, Optional<Charge>> theirs = sought.stream()
                .filter(one -> one.charge().filter(told.unread()::contains).isEmpty())
                .collect(Collectors.toMap(Sought::attempt, one -> one.charge().map(told.charges()::get)));
        return attempts.all(theirs.keySet()).stream()
                .map(attempt ->
                        new ChargeSides(theirs.getOrDefault(attempt.id(), Optional.empty()), Optional.of(attempt)))
                .toList();
    }

    private record Sought(AttemptId attempt, Optional<String> charge) {}
}
