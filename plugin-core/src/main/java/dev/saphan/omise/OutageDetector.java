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

/** Notices that nothing has come through to Omise and back for a while, whatever the reason, and tells it once. */
@Wired
class OutageDetector {

    private static final Logger LOG = Logger.getLogger(OutageDetector.class.getName());
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final Event<GatewayOutage> outages;
    private final Event<GatewayRecovered> recoveries;
    private final Clock clock;
    private @Nullable Instant failingSince;

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
        if (since == null) {
            failingSince = now;
            return Optional.empty();
        }
        if (told == Told.YES || since.plus(A_WHILE).isAfter(now)) {
            return Optional.empty();
        }
        told = Told.YES;
        return Optional.of(since);
    }
}
