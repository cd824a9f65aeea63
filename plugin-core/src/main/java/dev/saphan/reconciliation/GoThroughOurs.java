/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Charge;
import dev.saphan.persistence.Transactions;
import dev.saphan.reconciliation.Step.Trouble;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Goes through ours, some at a time.
 *
 * <ol>
 *   <li>Reads the next of them.
 *   <li>Asks the gateway for each charge that they need, with no transaction open.
 *   <li>Enters what it found.
 * </ol>
 */
@Wired
class GoThroughOurs {

    private final LookAtCharge lookAtCharge;
    private final EnterItems enterItems;
    private final Transactions transactions;

    @Inject
    GoThroughOurs(LookAtCharge lookAtCharge, EnterItems enterItems, Transactions transactions) {
        this.lookAtCharge = lookAtCharge;
        this.enterItems = enterItems;
        this.transactions = transactions;
    }

    /**
     * @param next called in a transaction
     * @param compare both sides of what is sought, by the charges that the gateway has; called in a transaction
     */
    <T> Optional<Trouble> take(
            Running running,
            Supplier<Ours<T>> next,
            BiFunction<List<T>, Map<String, Charge>, List<? extends Sides>> compare) {
        Ours<T> ours = transactions.call(next);
        Map<String, Charge> told = new HashMap<>();
        for (String id : ours.charges()) {
            Answer<Optional<Charge>> answer = lookAtCharge.look(running.account(), id);
            if (!(answer instanceof Answer.Ok<Optional<Charge>> ok)) {
                return Trouble.of(answer);
            }
            ok.value().ifPresent(charge -> told.put(id, charge));
        }
        enterItems.enter(running, run -> compare.apply(ours.sought(), told), (run, now) -> goOn(run, ours, now));
        return Optional.empty();
    }

    private static void goOn(Reconciliation run, Ours<?> ours, Instant now) {
        if (ours.isLast()) {
            run.stageDone(now);
        } else {
            run.seen(ours.last());
        }
    }
}
