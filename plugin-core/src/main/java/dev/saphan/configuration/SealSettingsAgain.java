/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.configuration;

import dev.saphan.audit.AuditTrail;
import dev.saphan.audit.Who;
import dev.saphan.persistence.Transactions;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;

/**
 * Seals the settings of all stores with the newest key of the keyset, after a key was added to it: whoever gets hold of
 * an older key can read none of them any more. What they say stays the same.
 */
@Wired
public class SealSettingsAgain {

    private final StoredSettings stored;
    private final AuditTrail trail;
    private final Transactions transactions;

    @Inject
    SealSettingsAgain(StoredSettings stored, AuditTrail trail, Transactions transactions) {
        this.stored = stored;
        this.trail = trail;
        this.transactions = transactions;
    }

    /**
     * How they are sealed.
     *
     * @param older how many with a key that is not the newest
     */
    public record Count(long all, long older) {}

    public Count count() {
        return transactions.call(stored::count);
    }

    /** @return how many were sealed anew */
    public int sealAgain(Who who) {
        return transactions.callAgainOnConflict(() -> {
            stored.lock();
            int sealed = stored.sealAgain();
            trail.record(who, "settings.seal", null, "", sealed + " settings");
            return sealed;
        });
    }
}
