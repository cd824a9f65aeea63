/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Writes what was found down. What a person accepted in an earlier comparison, and still is the very same, is accepted
 * in this one too. Call it inside a transaction.
 */
@Wired
class EnterItems {

    private final ReconciledItems items;
    private final Clock clock;

    @Inject
    EnterItems(ReconciledItems items, Clock clock) {
        this.items = items;
        this.clock = clock;
    }

    void enter(List<ReconciledItem> found) {
        List<ReconciledItem> open =
                found.stream().filter(ReconciledItem::isOpen).toList();
        if (!open.isEmpty()) {
            Map<String, ReconciledItem> accepted = items.accepted(
                    open.get(0).accountKey().toString(),
                    open.stream().map(ReconciledItem::subject).toList());
            open.forEach(item -> carry(accepted, item));
        }
        items.enter(found);
    }

    private void carry(Map<String, ReconciledItem> accepted, ReconciledItem item) {
        ReconciledItem before = accepted.get(item.subject());
        if (before != null && before.isLike(item)) {
            item.handled(Outcome.ACCEPTED, before.handling().by().orElse(""), clock.instant());
        }
    }
}
