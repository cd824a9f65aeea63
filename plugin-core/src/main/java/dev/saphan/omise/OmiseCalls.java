/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Makes the calls and sorts what comes back into Omise's word ({@link OmiseAnswer}) and faults. Guarded by a bulkhead,
 * so that a slow Omise cannot take all request threads, and by a circuit breaker. Reads are tried again, writes never.
 */
@Wired
class OmiseCalls {

    private final OmiseApi api;

    @Inject
    OmiseCalls(Deployment deployment, OmiseTransport transport) {
        this.api = RestClientBuilder.newBuilder()
                .baseUri(deployment.omiseUrl())
                .property("microprofile.rest.client.disable.default.mapper", true)
                .register(transport)
                .build(OmiseApi.class);
    }

    /** Sent once, whatever happens. */
    @Bulkhead(20)
    @CircuitBreaker(
            requestVolumeThreshold = 8,
            failureRatio = 0.75,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = GatewayFault.class)
    public OmiseAnswer write(Function<OmiseApi, Response> call) {
        return send(call);
    }

    /** May be sent up to three times. */
    @Bulkhead(20)
    @CircuitBreaker(
            requestVolumeThreshold = 8,
            failureRatio = 0.75,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = GatewayFault.class)
    @Retry(maxRetries = 2, delay = 150, jitter = 100, retryOn = GatewayFault.NotConnected.class)
    public OmiseAnswer read(Function<OmiseApi, Response> call) {
        return send(call);
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
            return new OmiseAnswer(status, body);
        } catch (ProcessingException e) {
            throw notConnected(e)
                    ? new GatewayFault.NotConnected("no connection")
                    : new GatewayFault.NoAnswer(String.valueOf(e.getCause()));
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
