/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.persistence.Transactions;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Writes what a step found down together with how far the comparison came, unless somebody else did that piece
 * meanwhile. What happened nobody knows when cannot be told a day, and is left out. What a person accepted in an earlier comparison, and still is the very same, is accepted in this one too.
 */
@Wired
class EnterItems {

    private final ReconciledItems items;
    private final Reconciliations reconciliations;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    EnterItems(ReconciledItems items, Reconciliations reconciliations, Transactions transactions, Clock clock) {
        this.items = items;
        this.reconciliations = reconciliations;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * In a transaction of its own.
     *
     * @param found both sides of each, also of those that turn out not to belong to the period
     * @param goOn moves the comparison on, now
     */
    void enter(
            Running running,
            Function<Reconciliation, List<? extends Sides>> found,
            BiConsumer<Reconciliation, Instant> goOn) {
        transactions.run(() -> reconciliations
                .lock(running.id())
                .filter(running::isStill)
                .ifPresent(run -> {
                    enter(run, found.apply(run));
                    goOn.accept(run, clock.instant());
                }));
    }

    private void enter(Reconciliation run, List<? extends Sides> found) {
        List<ReconciledItem> entered = found.stream()
                .filter(sides ->
                        sides.happenedAt().filter(run.period()::contains).isPresent())
                .map(sides -> new ReconciledItem(run, sides, clock.instant()))
                .toList();
        if (found.stream().anyMatch(sides -> sides.happenedAt().isEmpty())) {
            run.leftOut();
        }
        carry(run, entered.stream().filter(ReconciledItem::isOpen).toList());
        items.enter(entered);
    }

    private void carry(Reconciliation run, List<ReconciledItem> open) {
        Map<String, ReconciledItem> accepted = items.accepted(
                run.account().toString(),
                open.stream().map(ReconciledItem::subject).toList());
        for (ReconciledItem item : open) {
            ReconciledItem before = accepted.get(item.subject());
            if (before != null && before.isLike(item)) {
                item.handled(Outcome.ACCEPTED, before.handling().by().orElse(""), clock.instant());
            }
        }
    }
}
