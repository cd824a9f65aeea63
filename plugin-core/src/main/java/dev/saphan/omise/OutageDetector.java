/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import dev.saphan.gateway.GatewayOutage;
import dev.saphan.gateway.GatewayRecovered;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Notices that nothing has come through to Omise and back for a while, whatever the reason, and tells it; now and then again
 * while it lasts, since the alert is that of all nodes, and one that gets through again takes it back.
 */
@Wired
class OutageDetector {

    private static final Logger LOG = Logger.getLogger(OutageDetector.class.getName());
    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final Duration AGAIN = Duration.ofMinutes(5);

    private final Event<GatewayOutage> outages;
    private final Event<GatewayRecovered> recoveries;
    private final Clock clock;
    private @Nullable Instant failingSince;
    private Instant toldAt = Instant.MIN;

    private Told told = Told.PERHAPS;

    private enum Told {
        NO,
        YES,
        /** By this node before it was started again, which nobody has taken back since. */
        PERHAPS
    }

    @Inject
    OutageDetector(Event<GatewayOutage> outages, Event<GatewayRecovered> recoveries, Clock clock) {
        this.outages = outages;
        this.recoveries = recoveries;
        this.clock = clock;
    }

    /** Omise answered a call. */
    void answered() {
        if (takeBack()) {
            recoveries.fire(new GatewayRecovered(clock.instant()));
        }
    }

    private synchronized boolean takeBack() {
        boolean wasTold = told != Told.NO;
        told = Told.NO;
        toldAt = Instant.MIN;
        failingSince = null;
        return wasTold;
    }

    /** A call was not let out, or no answer came. */
    void failed(String reason) {
        Optional<Instant> outage = outage();
        if (outage.isPresent()) {
            LOG.log(Level.SEVERE, "Nothing has come through to Omise since {0}: {1}", new Object[] {outage.get(), reason
            });
            outages.fire(new GatewayOutage(outage.get(), reason));
        }
    }

    /** Since when no call has been answered although some were made; empty while all is well. */
    synchronized Optional<Instant> failingSince() {
        return Optional.ofNullable(failingSince);
    }

    private synchronized Optional<Instant> outage() {
        Instant now = clock.instant();
        Instant since = failingSince;
        if (since == null || since.isAfter(now)) { // the clock was set back
            failingSince = now;
            toldAt = Instant.MIN;
            return Optional.empty();
        }
        if (since.plus(A_WHILE).isAfter(now)
                || (told == Told.YES && toldAt.plus(AGAIN).isAfter(now))) {
            return Optional.empty();
        }
        told = Told.YES;
        toldAt = now;
        return Optional.of(since);
    }
}
