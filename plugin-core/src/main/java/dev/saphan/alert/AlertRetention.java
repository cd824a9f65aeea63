/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.alert;

import dev.saphan.retention.Perishable;
import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.inject.Produces;

/** What is open stays. */
@Wired
class AlertRetention {

    @Produces
    Perishable perishable(Deployment deployment) {
        return new Perishable(
                "settled alerts",
                Alert.class,
                "id",
                "e.settledAt < :before",
                deployment.retention().settledAlerts());
    }
}
