/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.saphan.gateway.GatewayState;
import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Makes the calls and sorts what comes back into Omise's word ({@link OmiseAnswer}) and faults. Guarded, reads and
 * writes apart, so that a slow Omise cannot take all request threads and nobody waits for one that is down. Reads are
 * tried again when they surely did not arrive, writes never.
 */
@Wired
class OmiseCalls {

    private static final Duration PROBE_PERIOD = Duration.ofSeconds(1);

    private final OmiseApi api;
    private final OutageDetector outages;
    private final CallGuard writes;
    private final CallGuard reads;
    private final RetryPolicy<OmiseAnswer> retry = RetryPolicy.<OmiseAnswer>builder()
            .handle(GatewayFault.NotConnected.class)
            .withMaxRetries(2)
            .withDelay(Duration.ofMillis(150))
            .withJitter(Duration.ofMillis(100))
            .build();

    @Inject
    OmiseCalls(Deployment deployment, OmiseTransport transport, OutageDetector outages) {
        this(deployment, transport, outages, PROBE_PERIOD);
    }

    /** @param probePeriod how often one call is let through after too many calls failed */
    OmiseCalls(Deployment deployment, OmiseTransport transport, OutageDetector outages, Duration probePeriod) {
        this.api = RestClientBuilder.newBuilder()
                .baseUri(deployment.omiseUrl())
                .property("microprofile.rest.client.disable.default.mapper", true)
                .register(transport)
                .build(OmiseApi.class);
        this.outages = outages;
        this.writes = new CallGuard(deployment.callsAtOnce(), new Circuit(probePeriod), deployment.gatewayTimeout());
        this.reads = new CallGuard(deployment.callsAtOnce(), new Circuit(probePeriod), deployment.readTimeout());
    }

    /** One of the API's calls; it is given how long it may take. */
    @FunctionalInterface
    interface Call {
        Response of(OmiseApi api, Duration timeout);
    }

    /**
     * Sent once, whatever happens.
     *
     * @throws GatewayFault if no usable answer came, or the call was not let out
     */
    OmiseAnswer write(Duration timeout, Call call) {
        return noted(() -> writes.call(timeout, left -> send(call, left)));
    }

    /**
     * May be sent up to three times, within the time limit.
     *
     * @throws GatewayFault if no usable answer came, or the call was not let out
     */
    OmiseAnswer read(Duration timeout, Call call) {
        return noted(() -> reads.call(timeout, left -> {
            long deadline = System.nanoTime() + left.toNanos();
            return Failsafe.with(retry).get(() -> send(call, Duration.ofNanos(deadline - System.nanoTime())));
        }));
    }

    /** Whether a write would be let out now. */
    boolean isAvailable() {
        return writes.isPassable();
    }

    GatewayState state() {
        return new GatewayState(writes.free(), reads.free(), outages.failingSince());
    }

    private OmiseAnswer noted(Supplier<OmiseAnswer> call) {
        try {
            OmiseAnswer answer = call.get();
            outages.answered();
            return answer;
        } catch (GatewayFault e) {
            outages.failed(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private OmiseAnswer send(Call call, Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new GatewayFault.NotLetOut("no time left");
        }
        try (Response response = call.of(api, timeout)) {
            int status = response.getStatus();
            String body = response.hasEntity() ? response.readEntity(String.class) : "";
            if (status >= 500) {
                throw new GatewayFault.NoAnswer("status " + status);
            }
            if (!body.stripLeading().startsWith("{")) {
                throw new GatewayFault.NoAnswer("status " + status + " without JSON");
            }
            return new OmiseAnswer(status, body, date(response.getHeaderString("Date")));
        } catch (ProcessingException e) {
            throw notConnected(e)
                    ? new GatewayFault.NotConnected("no connection")
                    : new GatewayFault.NoAnswer(String.valueOf(e.getCause()));
        }
    }

    private static Optional<Instant> date(@Nullable String header) {
        try {
            return Optional.ofNullable(header)
                    .map(text -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static boolean notConnected(@Nullable Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }
}
