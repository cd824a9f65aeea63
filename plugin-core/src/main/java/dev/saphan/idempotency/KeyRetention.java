/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.idempotency;

import dev.saphan.retention.Perishable;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;

/** A key answers as before for 30 days, as the API promises. */
@Wired
class KeyRetention {

    private static final Duration PROMISED = Duration.ofDays(30);

    @Produces
    Perishable perishable() {
        return new Perishable("idempotency keys", StoredKey.class, "id", "e.createdAt < :before", PROMISED);
    }
}
