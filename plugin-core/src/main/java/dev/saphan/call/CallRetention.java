/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.call;

import dev.saphan.retention.Perishable;
import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.inject.Produces;

/** Calls are kept as long as the webhooks that they belong to. */
@Wired
class CallRetention {

    @Produces
    Perishable perishable(Deployment deployment) {
        return new Perishable(
                "calls to the gateway",
                GatewayCall.class,
                "id",
                "e.lastAskedAt < :before",
                deployment.retention().events());
    }
}
