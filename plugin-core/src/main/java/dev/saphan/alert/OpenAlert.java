/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.alert;

import dev.saphan.persistence.Transactions;
import dev.saphan.settings.AlertRouting;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.Store;
import dev.saphan.settings.Stores;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.Optional;

/** An alert that is to be sent, and where to by now. */
@Wired
class OpenAlert {

    private final Alerts alerts;
    private final AnnounceAlert announce;
    private final Stores stores;
    private final Deployment deployment;
    private final Transactions transactions;

    @Inject
    OpenAlert(Alerts alerts, AnnounceAlert announce, Stores stores, Deployment deployment, Transactions transactions) {
        this.alerts = alerts;
        this.announce = announce;
        this.stores = stores;
        this.deployment = deployment;
        this.transactions = transactions;
    }

    record Found(AlertNote note, AlertRouting routing) {}

    /** Empty if somebody settled it meanwhile: then nobody has to come any more. */
    Optional<Found> find(String id) {
        Optional<Alert> open = transactions.call(() -> alerts.find(id).filter(Alert::isOpen));
        return open.map(alert -> new Found(
                AlertNote.of(alert, alert.store().flatMap(stores::find).map(Store::name), deployment),
                announce.routing(alert.store())));
    }
}
