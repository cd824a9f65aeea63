/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import dev.failsafe.Bulkhead;
import dev.failsafe.BulkheadFullException;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
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
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Makes the calls and sorts what comes back into Omise's word ({@link OmiseAnswer}) and faults. Guarded, reads and
 * writes apart, by a bulkhead, so that a slow Omise cannot take all request threads, and by a circuit breaker, so that
 * nobody waits for one that is down. Reads are tried again when they surely did not arrive, writes never.
 */
@Wired
class OmiseCalls {

    /** Far fewer than a server has request threads: 50 on Payara Server, 200 on Payara Micro. */
    private static final int AT_ONCE = 20;

    private static final int OF_CALLS = 8;
    private static final int FAILED = 6;
    private static final Duration CIRCUIT_DELAY = Duration.ofSeconds(5);

    private final OmiseApi api;
    private final CircuitBreaker<OmiseAnswer> writeCircuit;
    private final FailsafeExecutor<OmiseAnswer> writes;
    private final FailsafeExecutor<OmiseAnswer> reads;

    @Inject
    OmiseCalls(Deployment deployment, OmiseTransport transport) {
        this(deployment, transport, CIRCUIT_DELAY);
    }

    /** @param circuitDelay how long nothing is let through after too many calls failed */
    OmiseCalls(Deployment deployment, OmiseTransport transport, Duration circuitDelay) {
        this.api = RestClientBuilder.newBuilder()
                .baseUri(deployment.omiseUrl())
                .property("microprofile.rest.client.disable.default.mapper", true)
                .register(transport)
                .build(OmiseApi.class);
        this.writeCircuit = circuit(circuitDelay);
        this.writes = Failsafe.with(bulkhead(), writeCircuit);
        this.reads = Failsafe.with(bulkhead(), retry(), circuit(circuitDelay));
    }

    /**
     * Sent once, whatever happens.
     *
     * @throws GatewayFault if no usable answer came, or the call was not let out
     */
    OmiseAnswer write(Function<OmiseApi, Response> call) {
        return guarded(writes, call);
    }

    /**
     * May be sent up to three times.
     *
     * @throws GatewayFault if no usable answer came, or the call was not let out
     */
    OmiseAnswer read(Function<OmiseApi, Response> call) {
        return guarded(reads, call);
    }

    /** Whether a write would be let out now. */
    boolean isAvailable() {
        return !writeCircuit.isOpen() || writeCircuit.getRemainingDelay().isZero();
    }

    private OmiseAnswer guarded(FailsafeExecutor<OmiseAnswer> guard, Function<OmiseApi, Response> call) {
        try {
            return guard.get(() -> send(call));
        } catch (CircuitBreakerOpenException e) {
            throw new GatewayFault.NotLetOut("circuit open");
        } catch (BulkheadFullException e) {
            throw new GatewayFault.NotLetOut("too many calls at once");
        }
    }

    private static Bulkhead<OmiseAnswer> bulkhead() {
        return Bulkhead.<OmiseAnswer>builder(AT_ONCE).build();
    }

    private static CircuitBreaker<OmiseAnswer> circuit(Duration delay) {
        return CircuitBreaker.<OmiseAnswer>builder()
                .handle(GatewayFault.class)
                .withFailureThreshold(FAILED, OF_CALLS)
                .withDelay(delay)
                .build();
    }

    private static RetryPolicy<OmiseAnswer> retry() {
        return RetryPolicy.<OmiseAnswer>builder()
                .handle(GatewayFault.NotConnected.class)
                .withMaxRetries(2)
                .withDelay(Duration.ofMillis(150))
                .withJitter(Duration.ofMillis(100))
                .build();
    }

    private OmiseAnswer send(Function<OmiseApi, Response> call) {
        try (Response response = call.apply(api)) {
            int status = response.getStatus();
            String body = response.readEntity(String.class);
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
