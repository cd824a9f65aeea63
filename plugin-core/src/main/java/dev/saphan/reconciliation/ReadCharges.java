/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Charge;
import dev.saphan.gateway.Gateway;
import dev.saphan.gateway.Listed;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.AttemptId;
import dev.saphan.payment.Attempts;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.AccountKey;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads a page of the gateway's charges and finds ours to each: by its id, or by ours in its metadata. The list is one
 * of charges made in a time, and begins before the period, because a charge counts on the day on which it was paid.
 */
@Wired
class ReadCharges implements Step {

    static final int PAGE = 100;

    private final Gateway gateway;
    private final Attempts attempts;
    private final Reconciliations reconciliations;
    private final EnterItems enterItems;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    ReadCharges(
            Gateway gateway,
            Attempts attempts,
            Reconciliations reconciliations,
            EnterItems enterItems,
            Transactions transactions,
            Clock clock) {
        this.gateway = gateway;
        this.attempts = attempts;
        this.reconciliations = reconciliations;
        this.enterItems = enterItems;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.CHARGES;
    }

    @Override
    public Optional<Trouble> take(Running running) {
        Answer<Listed<Charge>> answer = gateway.charges(
                running.account(), running.period().lookBack(), running.readUntil(), PAGE, running.offset());
        if (answer instanceof Answer.Ok<Listed<Charge>> ok) {
            transactions.run(() -> reconciliations
                    .lock(running.id())
                    .filter(running::isStill)
                    .ifPresent(run -> record(run, ok.value())));
        }
        return Trouble.of(answer);
    }

    private void record(Reconciliation run, Listed<Charge> page) {
        List<Charge> charges = page.entries();
        Map<String, Attempt> byCharge = byCharge(run.account(), charges);
        Map<String, Attempt> byMetadata = byMetadata(charges);
        enterItems.enter(charges.stream()
                .map(charge -> new ChargeSides(
                        Optional.of(charge),
                        Optional.ofNullable(byCharge.get(charge.id()))
                                .or(() -> charge.attempt().map(byMetadata::get))))
                .filter(sides -> run.period().contains(sides.happenedAt()))
                .map(sides -> new ReconciledItem(run, sides, clock.instant()))
                .toList());
        run.listed(charges.size(), page.total());
        if (charges.size() < PAGE) {
            run.stageDone(clock.instant());
        }
    }

    /** Where two stores share the account, the one that is compared goes first. */
    private Map<String, Attempt> byCharge(AccountKey account, List<Charge> charges) {
        return attempts.ofCharges(charges.stream().map(Charge::id).toList()).stream()
                .collect(Collectors.toMap(
                        attempt -> attempt.chargeId().orElseThrow(),
                        Function.identity(),
                        (one, other) -> one.account().equals(account) ? one : other));
    }

    private Map<String, Attempt> byMetadata(List<Charge> charges) {
        return attempts
                .all(charges.stream()
                        .flatMap(charge -> charge.attempt().stream())
                        .map(AttemptId::new)
                        .toList())
                .stream()
                .collect(Collectors.toMap(attempt -> attempt.id().value(), Function.identity()));
    }
}
