/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.message;

import dev.saphan.retention.Perishable;
import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.inject.Produces;

/** What was repeated is of interest as long as the messages. */
@Wired
class MessageBatchRetention {

    @Produces
    Perishable batches(Deployment deployment) {
        return new Perishable(
                "repeated messages",
                MessageBatch.class,
                "id",
                "e.createdAt < :before",
                deployment.retention().orderCommands());
    }

    @Produces
    Perishable items(Deployment deployment) {
        return new Perishable(
                "results of repeated messages",
                MessageBatchItem.class,
                "id",
                "e.createdAt < :before",
                deployment.retention().orderCommands());
    }
}
