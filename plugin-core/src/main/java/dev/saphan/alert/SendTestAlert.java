/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.alert;

import dev.saphan.identity.Ids;
import dev.saphan.settings.AlertRouting;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.Store;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Tries the ways by which a store's alerts go, at once and once. Call it outside any transaction. */
@Wired
public class SendTestAlert {

    private final AlertMail mail;
    private final AlertSignal signal;
    private final Deployment deployment;
    private final Clock clock;

    @Inject
    SendTestAlert(AlertMail mail, AlertSignal signal, Deployment deployment, Clock clock) {
        this.mail = mail;
        this.signal = signal;
        this.deployment = deployment;
        this.clock = clock;
    }

    /** A way by which alerts go. */
    public enum Way {
        MAIL,
        MESSAGE
    }

    /** Why it did not arrive, for each way that the store has; empty where it was taken. */
    public Map<Way, Optional<String>> send(Store store) {
        AlertNote note = AlertNote.test(Ids.next("alr"), store.name(), deployment, clock.instant());
        AlertRouting routing = store.alerts();
        Map<Way, Optional<String>> results = new EnumMap<>(Way.class);
        if (!routing.mail().isEmpty()) {
            results.put(Way.MAIL, failure(() -> mail.send(note, routing.mail())));
        }
        routing.address().ifPresent(address -> results.put(Way.MESSAGE, failure(() -> signal.send(note, address))));
        return results;
    }

    private static Optional<String> failure(Runnable sending) {
        try {
            sending.run();
            return Optional.empty();
        } catch (AlertNotSent e) {
            return Optional.ofNullable(e.getMessage());
        }
    }
}
