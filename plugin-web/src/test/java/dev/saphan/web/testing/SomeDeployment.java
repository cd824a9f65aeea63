/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.testing;

import dev.saphan.settings.AlertRouting;
import dev.saphan.settings.DatabaseAccess;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.Retention;
import dev.saphan.settings.SessionLife;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** One at {@code https://pay.example/payments}, for those to whom most of it does not matter. */
public final class SomeDeployment {

    private static final Duration SOME_TIME = Duration.ofSeconds(5);

    private SomeDeployment() {}

    public static Deployment usual() {
        return of(false, new SessionLife(SOME_TIME, SOME_TIME));
    }

    /** Whose addresses of others may be in its own network. */
    public static Deployment callingPrivateAddresses() {
        return of(true, new SessionLife(SOME_TIME, SOME_TIME));
    }

    public static Deployment with(SessionLife sessions) {
        return of(false, sessions);
    }

    private static Deployment of(boolean allowPrivateOrderPorts, SessionLife sessions) {
        return new Deployment(
                URI.create("https://pay.example/payments"),
                URI.create("https://api.omise.co"),
                SOME_TIME,
                SOME_TIME,
                SOME_TIME,
                1,
                SOME_TIME,
                new DatabaseAccess(1, SOME_TIME, SOME_TIME),
                Path.of("."),
                Optional.empty(),
                allowPrivateOrderPorts,
                new Retention(SOME_TIME, SOME_TIME, SOME_TIME, SOME_TIME, SOME_TIME, SOME_TIME),
                sessions,
                Optional.empty(),
                Optional.empty(),
                AlertRouting.NONE);
    }
}
