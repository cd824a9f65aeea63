/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.audit;

import dev.saphan.secret.Digests;
import dev.saphan.secret.Seal;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;

/**
 * Ties an entry to all before it: the digest of what it tells and of the seal before it, encrypted and authenticated
 * with the deployment's keyset. Who can write to the database but has no keyset cannot change, take out or slip in an
 * entry without its being seen.
 */
@Wired
class AuditSeal {

    private final Seal seal;

    @Inject
    AuditSeal(Seal seal) {
        this.seal = seal;
    }

    String of(AuditEntry entry, String sealBefore) {
        return seal.close(digest(entry, sealBefore), context(entry));
    }

    boolean isIntact(AuditEntry entry, String sealBefore) {
        try {
            return seal.open(entry.seal(), context(entry)).equals(digest(entry, sealBefore));
        } catch (IllegalStateException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String digest(AuditEntry entry, String sealBefore) {
        return Digests.sha256(sealBefore + " " + entry.told());
    }

    private static String context(AuditEntry entry) {
        return "audit/" + entry.number();
    }
}
