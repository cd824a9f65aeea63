/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.method;

import dev.saphan.gateway.Capability;
import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import dev.saphan.testing.NoDatabase;
import java.time.Clock;
import java.util.Optional;

/** What Omise last said of the only account there is. */
final class KnownCapability extends Capabilities {

    private final Optional<Capability> known;

    KnownCapability(Optional<Capability> known) {
        super(NoDatabase.entities(), Clock.systemUTC());
        this.known = known;
    }

    @Override
    Optional<Capability> of(StoreId store, Mode mode) {
        return known;
    }
}
