/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import dev.saphan.outgoing.OutgoingCalls;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.DeploymentReader;
import dev.saphan.testing.Events;
import dev.saphan.testing.NoTransactions;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/** Gives Omise's side of every call, without a network: a status and a body. */
final class SaidByOmise extends OmiseCalls {

    private final Deployment deployment;
    private int status;
    private String body = "";

    private SaidByOmise(Deployment deployment) {
        super(
                deployment,
                new OmiseTransport(deployment),
                new OutageDetector(Events.into(new ArrayList<>()), Events.into(new ArrayList<>()), Clock.systemUTC()),
                Duration.ofMinutes(5));
        this.deployment = deployment;
    }

    static SaidByOmise nothing() {
        return new SaidByOmise(DeploymentReader.read(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "saphan.public-url",
                                "https://pay.example/payments",
                                "saphan.omise.url",
                                "http://127.0.0.1:9"),
                        "test",
                        100))
                .build()));
    }

    OmiseGateway gateway() {
        return new OmiseGateway(
                new OmiseRequests(this, deployment, new NoTransactions(), Events.into(new ArrayList<>())),
                new OmiseDownloads(OutgoingCalls.of(deployment), deployment),
                new OmiseReport(Events.into(new ArrayList<>()), Clock.systemUTC()),
                deployment);
    }

    /** From now on. */
    void says(String other) {
        says(200, other);
    }

    void says(int otherStatus, String other) {
        status = otherStatus;
        body = other;
    }

    @Override
    OmiseAnswer write(Duration timeout, Call call) {
        return new OmiseAnswer(status, body, Optional.empty());
    }

    @Override
    OmiseAnswer read(Duration timeout, Call call) {
        return write(timeout, call);
    }
}
