/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.alert;

import dev.saphan.job.Jobs;
import dev.saphan.settings.AlertRouting;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.settings.Stores;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Has a new alert sent to where its store wants alerts. It is entered in the transaction that raises the alert, so it is
 * sent if and only if there is one; and once, however often the same trouble comes again while the alert is open.
 */
@Wired
class AnnounceAlert {

    private final Stores stores;
    private final Deployment deployment;
    private final Jobs jobs;
    private final Clock clock;

    @Inject
    AnnounceAlert(Stores stores, Deployment deployment, Jobs jobs, Clock clock) {
        this.stores = stores;
        this.deployment = deployment;
        this.jobs = jobs;
        this.clock = clock;
    }

    void announce(Alert alert) {
        AlertRouting routing = routing(alert.store());
        Instant now = clock.instant();
        if (routing.isByMail(alert.kind().code())) {
            jobs.schedule(MailAlert.NAME, alert.id(), now);
        }
        if (routing.isByMessage(alert.kind().code())) {
            jobs.schedule(SignalAlert.NAME, alert.id(), now);
        }
    }

    /** Where alerts of the store go to, or those of the installation. */
    AlertRouting routing(Optional<StoreId> store) {
        return store.isEmpty()
                ? deployment.alerts()
                : store.flatMap(stores::find).map(Store::alerts).orElse(AlertRouting.NONE);
    }

    /** An alert that cannot be sent must not be answered by an alert that cannot be sent. */
    static boolean isAnnouncing(String job) {
        return job.equals(MailAlert.NAME) || job.equals(SignalAlert.NAME);
    }
}
