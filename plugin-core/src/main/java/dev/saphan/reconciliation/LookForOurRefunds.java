/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.GatewayRefund;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.AttemptId;
import dev.saphan.payment.Attempts;
import dev.saphan.refund.Refund;
import dev.saphan.refund.RefundId;
import dev.saphan.refund.RefundStatus;
import dev.saphan.refund.Refunds;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Goes through our refunds of the period and reads the charge of each that the gateway's list did not have. */
@Wired
class LookForOurRefunds implements Step {

    private final GoThroughOurs goThroughOurs;
    private final Attempts attempts;
    private final Refunds refunds;
    private final ReconciledItems items;

    @Inject
    LookForOurRefunds(GoThroughOurs goThroughOurs, Attempts attempts, Refunds refunds, ReconciledItems items) {
        this.goThroughOurs = goThroughOurs;
        this.attempts = attempts;
        this.refunds = refunds;
        this.items = items;
    }

    @Override
    public Stage stage() {
        return Stage.OUR_REFUNDS;
    }

    @Override
    public Optional<Trouble> take(Running running) {
        return goThroughOurs.take(running, () -> next(running), this::compare);
    }

    private Ours<Sought> next(Running running) {
        List<Refund> made = refunds.made(
                running.accountKey(),
                running.period().from(),
                running.readUntil().plusSeconds(1),
                running.seenUntil(),
                Ours.BATCH);
        List<RefundId> ids = made.stream().map(Refund::id).toList();
        Set<RefundId> listed = items.seenRefunds(running.id(), ids);
        List<Sought> sought = withCharges(made.stream()
                .filter(refund -> !listed.contains(refund.id()) && refund.status() != RefundStatus.FAILED)
                .toList());
        return new Ours<>(
                sought,
                sought.stream().map(Sought::charge).collect(Collectors.toSet()),
                ids.stream().map(RefundId::value).toList());
    }

    private List<Sought> withCharges(List<Refund> sought) {
        Map<AttemptId, String> charges = new HashMap<>();
        attempts.all(sought.stream().map(Refund::attempt).toList())
                .forEach(attempt -> charges.put(attempt.id(), attempt.chargeId().orElse("")));
        return sought.stream()
                .map(refund -> new Sought(refund.id(), refund.attempt(), charges.getOrDefault(refund.attempt(), "")))
                .toList();
    }

    private List<RefundSides> compare(List<Sought> sought, GoThroughOurs.Told told) {
        return sought.stream()
                .filter(one -> !told.unread().contains(one.charge()))
                .flatMap(one -> compare(one, Optional.ofNullable(told.charges().get(one.charge()))).stream())
                .toList();
    }

    /** Empty if the charge has it not, and does not tell all that it has. */
    private Optional<RefundSides> compare(Sought sought, Optional<Charge> charge) {
        Refund ours = refunds.find(sought.refund()).orElseThrow();
        Optional<GatewayRefund> theirs = charge.stream()
                .flatMap(known -> known.refunds().stream())
                .filter(one -> RefundSides.match(List.of(ours), one).isPresent())
                .findFirst();
        Optional<Attempt> attempt =
                attempts.all(List.of(sought.attempt())).stream().findFirst();
        boolean isSure = theirs.isPresent()
                || charge.filter(known -> !known.tellsAllRefunds()).isEmpty();
        return Optional.of(new RefundSides(sought.charge(), theirs, Optional.of(ours), attempt))
                .filter(sides -> isSure);
    }

    private record Sought(RefundId refund, AttemptId attempt, String charge) {}
}
