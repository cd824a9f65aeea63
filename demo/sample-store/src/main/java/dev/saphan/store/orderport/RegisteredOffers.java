/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.orderport;

import dev.saphan.store.payment.Effect;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** The methods as the plugin announced them last. Sequence numbers of announcements rise among themselves. */
@Singleton
class RegisteredOffers {

    private static final int THE_ONE = 1;

    private final Clock clock;

    @Inject
    RegisteredOffers(Clock clock) {
        this.clock = clock;
    }

    Effect keep(Handle handle, Command command) {
        boolean old = handle.createQuery("select sequence from offer_registration where sequence > ?")
                .bind(0, command.sequence())
                .mapTo(Long.class)
                .findOne()
                .isPresent();
        if (old) {
            return Effect.ALREADY_APPLIED;
        }
        handle.execute(
                "merge into offer_registration (id, sequence, body, received_at) values (?, ?, ?, ?)",
                THE_ONE,
                command.sequence(),
                command.data().toString(),
                clock.instant());
        return Effect.APPLIED;
    }
}
