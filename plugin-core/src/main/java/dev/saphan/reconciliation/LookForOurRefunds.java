/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Charge;
import dev.saphan.gateway.GatewayRefund;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.AttemptId;
import dev.saphan.payment.Attempts;
import dev.saphan.persistence.Transactions;
import dev.saphan.refund.Refund;
import dev.saphan.refund.RefundId;
import dev.saphan.refund.RefundStatus;
import dev.saphan.refund.Refunds;
import dev.saphan.settings.AccountKey;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Goes through our refunds of the period and reads the charge of each that the gateway's list did not have. */
@Wired
class LookForOurRefunds implements Step {

    private static final int BATCH = 25;

    private final LookAtCharge lookAtCharge;
    private final Attempts attempts;
    private final Refunds refunds;
    private final ReconciledItems items;
    private final Reconciliations reconciliations;
    private final EnterItems enterItems;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    LookForOurRefunds(
            LookAtCharge lookAtCharge,
            Attempts attempts,
            Refunds refunds,
            ReconciledItems items,
            Reconciliations reconciliations,
            EnterItems enterItems,
            Transactions transactions,
            Clock clock) {
        this.lookAtCharge = lookAtCharge;
        this.attempts = attempts;
        this.refunds = refunds;
        this.items = items;
        this.reconciliations = reconciliations;
        this.enterItems = enterItems;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.OUR_REFUNDS;
    }

    @Override
    public Optional<Trouble> take(Running running) {
        Batch batch = transactions.call(() -> next(running));
        Map<String, List<GatewayRefund>> told = new HashMap<>();
        for (Sought sought : batch.sought()) {
            if (told.containsKey(sought.charge())) {
                continue;
            }
            Answer<Optional<Charge>> answer = lookAtCharge.look(running.account(), sought.charge());
            if (!(answer instanceof Answer.Ok<Optional<Charge>> ok)) {
                return Trouble.of(answer);
            }
            told.put(sought.charge(), ok.value().map(Charge::refunds).orElse(List.of()));
        }
        transactions.run(() ->
                reconciliations.lock(running.id()).filter(running::isStill).ifPresent(run -> record(run, batch, told)));
        return Optional.empty();
    }

    private Batch next(Running running) {
        List<Refund> made = refunds.made(
                new AccountKey(running.account().store(), running.account().mode()),
                running.period().from(),
                running.readUntil().plusSeconds(1),
                running.seenUntil(),
                BATCH);
        Set<RefundId> seen =
                items.seenRefunds(running.id(), made.stream().map(Refund::id).toList());
        List<Refund> sought = made.stream()
                .filter(refund -> !seen.contains(refund.id()) && refund.status() != RefundStatus.FAILED)
                .toList();
        Map<AttemptId, String> charges = new HashMap<>();
        attempts.all(sought.stream().map(Refund::attempt).toList())
                .forEach(attempt -> charges.put(attempt.id(), attempt.chargeId().orElse("")));
        return new Batch(
                sought.stream()
                        .map(refund ->
                                new Sought(refund.id(), refund.attempt(), charges.getOrDefault(refund.attempt(), "")))
                        .toList(),
                made.isEmpty() ? "" : made.get(made.size() - 1).id().value(),
                made.size() < BATCH);
    }

    private void record(Reconciliation run, Batch batch, Map<String, List<GatewayRefund>> told) {
        enterItems.enter(batch.sought().stream()
                .map(sought -> item(run, sought, told.getOrDefault(sought.charge(), List.of())))
                .filter(item -> run.period().contains(item.happenedAt()))
                .toList());
        if (batch.isLast()) {
            run.stageDone(clock.instant());
        } else {
            run.seen(batch.last());
        }
    }

    private ReconciledItem item(Reconciliation run, Sought sought, List<GatewayRefund> told) {
        Refund ours = refunds.find(sought.refund()).orElseThrow();
        Optional<GatewayRefund> theirs = told.stream()
                .filter(one -> RefundSides.match(List.of(ours), one).isPresent())
                .findFirst();
        Optional<Attempt> attempt =
                attempts.all(List.of(sought.attempt())).stream().findFirst();
        return new ReconciledItem(
                run, new RefundSides(sought.charge(), theirs, Optional.of(ours), attempt), clock.instant());
    }

    private record Sought(RefundId refund, AttemptId attempt, String charge) {}

    private record Batch(List<Sought> sought, String last, boolean isLast) {}
}
