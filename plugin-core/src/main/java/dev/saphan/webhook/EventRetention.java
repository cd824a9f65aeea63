/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.webhook;

import dev.saphan.retention.Perishable;
import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.inject.Produces;

/** A webhook is needed until it is processed, and a while longer for a person who looks into something. */
@Wired
class EventRetention {

    @Produces
    Perishable perishable(Deployment deployment) {
        return new Perishable(
                "webhooks",
                InboundEvent.class,
                "id",
                "e.processedAt < :before",
                deployment.retention().events());
    }
}
