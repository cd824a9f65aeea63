/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.alert;

import dev.saphan.job.Job;
import dev.saphan.job.Lane;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;

/**
 * Sends one alert as a signed message, again and again until it is taken or given up. Sent, and not yet written down as
 * done, it may be sent twice after a crash, with the same id.
 */
@Wired
class SignalAlert implements Job {

    static final String NAME = "signal-alert";

    private final OpenAlert openAlert;
    private final AlertSignal signal;

    @Inject
    SignalAlert(OpenAlert openAlert, AlertSignal signal) {
        this.openAlert = openAlert;
        this.signal = signal;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Lane lane() {
        return Lane.ALERTS;
    }

    @Override
    public Next run(String id) {
        openAlert
                .find(id)
                .filter(open -> open.routing().isByMessage(open.note().kind()))
                .ifPresent(open -> {
                    var note = open.note();
                    var routing = open.routing();
                    routing.address().ifPresent(address -> signal.send(note, address));
                });
        return Next.DONE;
    }
}
