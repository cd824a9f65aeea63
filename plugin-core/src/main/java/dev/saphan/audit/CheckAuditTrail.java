/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.audit;

import dev.saphan.persistence.Transactions;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalLong;

/** Reads the whole trail and looks whether each entry is the one that was written there. */
@Wired
public class CheckAuditTrail {

    private static final int CHUNK = 1000;

    private final AuditTrail trail;
    private final AuditSeal seal;
    private final Transactions transactions;

    @Inject
    CheckAuditTrail(AuditTrail trail, AuditSeal seal, Transactions transactions) {
        this.trail = trail;
        this.seal = seal;
        this.transactions = transactions;
    }

    /**
     * @param entries how many were read
     * @param brokenAt the first that is not what was written, or that is missing
     */
    public record Finding(long entries, OptionalLong brokenAt) {}

    public Finding check() {
        End end = transactions.call(
                () -> new End(trail.head().number(), trail.head().seal()));
        long number = 0;
        String sealBefore = "";
        while (number < end.number()) {
            long read = number;
            List<AuditEntry> chunk = transactions.call(() -> trail.after(read, CHUNK));
            for (AuditEntry entry : chunk) {
                if (entry.number() != number + 1 || !seal.isIntact(entry, sealBefore)) {
                    return broken(number);
                }
                number = entry.number();
                sealBefore = entry.seal();
                if (number == end.number()) {
                    return sealBefore.equals(end.seal()) ? new Finding(number, OptionalLong.empty()) : broken(number);
                }
            }
            if (chunk.isEmpty()) {
                return broken(number);
            }
        }
        return new Finding(number, OptionalLong.empty());
    }

    private record End(long number, String seal) {}

    private static Finding broken(long lastIntact) {
        return new Finding(lastIntact, OptionalLong.of(lastIntact + 1));
    }
}
