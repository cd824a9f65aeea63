/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.gateway.ChargeFees;
import dev.saphan.settings.AccountKey;
import java.time.Instant;
import java.util.Optional;

/** One charge or refund as both books have it, or one of them. */
sealed interface Sides permits ChargeSides, RefundSides {

    ReconciledItem.Kind kind();

    /** The charge or refund at the gateway; ours where the gateway has none. */
    String subject();

    /** By the gateway's clock where the gateway has it; empty if nobody tells. */
    Optional<Instant> happenedAt();

    Optional<Side> theirSide();

    Optional<Side> ourSide();

    Optional<ChargeFees> fees();

    Finding compare(AccountKey account, Instant now);

    /** Writes down what these sides know of it; what they do not know stays as it was. */
    void tell(Belonging belonging, AccountKey account);
}
