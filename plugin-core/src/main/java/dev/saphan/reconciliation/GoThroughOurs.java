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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
            Running running, Supplier<Ours<T>> next, BiFunction<List<T>, Told, List<? extends Sides>> compare) {
        Ours<T> ours = transactions.call(next);
        Told told = new Told(new HashMap<>(), new HashSet<>());
        for (String id : ours.charges()) {
            Answer<Optional<Charge>> answer = lookAtCharge.look(running.account(), id);
            if (answer instanceof Answer.Ok<Optional<Charge>> ok) {
                ok.value().ifPresent(charge -> told.charges().put(id, charge));
            } else if (LookAtCharge.isUnreadable(answer)) {
                told.unread().add(id);
            } else {
                return Trouble.of(answer);
            }
        }
        enterItems.enter(
                running,
                run -> compared(run, ours, compare.apply(ours.sought(), told)),
                (run, now) -> goOn(run, ours, now));
        return Optional.empty();
    }

    private static List<? extends Sides> compared(Reconciliation run, Ours<?> ours, List<? extends Sides> compared) {
        if (compared.size() < ours.sought().size()) {
            run.leftOut();
        }
        return compared;
    }

    /**
     * @param charges that the gateway has
     * @param unread which it has in a way that cannot be read: nothing is known of them
     */
    record Told(Map<String, Charge> charges, Set<String> unread) {}

    private static void goOn(Reconciliation run, Ours<?> ours, Instant now) {
        if (ours.isLast()) {
            run.stageDone(now);
        } else {
            run.seen(ours.last());
        }
    }
}
