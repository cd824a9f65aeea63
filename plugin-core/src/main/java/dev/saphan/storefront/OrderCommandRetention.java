/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import dev.saphan.retention.Perishable;
import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.inject.Produces;

/** A message is needed until it is applied; one that is not stays for a person. */
@Wired
class OrderCommandRetention {

    @Produces
    Perishable deliveries(Deployment deployment) {
        return new Perishable(
                "deliveries to storefronts",
                OrderDelivery.class,
                "id",
                "e.deliveredAt < :before",
                deployment.retention().orderCommands());
    }

    @Produces
    Perishable perishable(Deployment deployment) {
        return new Perishable(
                "messages to storefronts",
                OrderCommand.class,
                "id",
                "e.answeredAt < :before and e.status = dev.saphan.storefront.OrderCommand.Status.APPLIED",
                deployment.retention().orderCommands());
    }
}
