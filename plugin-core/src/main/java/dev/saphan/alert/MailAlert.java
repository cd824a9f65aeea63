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
 * Sends one alert by mail, again and again until it is taken or given up. Sent, and not yet written down as
 * done, it may be sent twice after a crash, with the same id.
 */
@Wired
class MailAlert implements Job {

    static final String NAME = "mail-alert";

    private final OpenAlert openAlert;
    private final AlertMail mail;

    @Inject
    MailAlert(OpenAlert openAlert, AlertMail mail) {
        this.openAlert = openAlert;
        this.mail = mail;
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
                .filter(open -> open.routing().isByMail(open.note().kind()))
                .ifPresent(open -> {
                    var note = open.note();
                    var routing = open.routing();
                    mail.send(note, routing.mail());
                });
        return Next.DONE;
    }
}
