/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.settings.AccountKey;
import dev.saphan.settings.OmiseAccount;
import java.time.Instant;

/** Where a comparison stands, as read before the gateway is asked. */
record Running(
        ReconciliationId id,
        OmiseAccount account,
        Period period,
        Instant createdAt,
        Stage stage,
        int offset,
        String seenUntil) {

    static Running of(Reconciliation run, OmiseAccount account) {
        return new Running(
                run.id(),
                account,
                run.period(),
                run.createdAt(),
                run.progress().stage(),
                run.progress().offset(),
                run.progress().seenUntil());
    }

    AccountKey accountKey() {
        return new AccountKey(account.store(), account.mode());
    }

    /** Whether it still stands where somebody began to work; otherwise somebody else did that piece meanwhile. */
    boolean isStill(Reconciliation run) {
        return run.status() == Reconciliation.Status.RUNNING && run.progress().standsAt(stage, offset, seenUntil);
    }

    /** The last second that is read: what comes later belongs to a later comparison. */
    Instant readUntil() {
        Instant last = period.until().minusSeconds(1);
        return last.isAfter(createdAt) ? createdAt : last;
    }
}
