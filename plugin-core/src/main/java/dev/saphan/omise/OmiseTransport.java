/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Carries the REST client's requests over {@link HttpClient} and ends them with its answer.
 *
 * <p>Why: the HTTP layer under a container's REST client may send a POST again by itself when a connection breaks
 * ({@code HttpURLConnection} does). This one never repeats a POST, does not follow redirects, and holds one deadline
 * over connecting, sending and reading the whole body.
 */
@Wired
class OmiseTransport implements ClientRequestFilter {

    /** Taken out before the request leaves: how long the caller waits, an ISO-8601 duration. */
    static final String TIMEOUT = "X-Saphan-Timeout";

    /** Whatever an answer calls itself: what it is, its body tells. A name of an unknown character set would be an error. */
    private static final String JSON = "application/json; charset=utf-8";

    /** A page of a hundred charges takes less than one. */
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final HttpClient client;

    @Inject
    OmiseTransport(Deployment deployment) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(deployment.connectTimeout())
                .build();
    }

    @Override
    public void filter(ClientRequestContext request) throws IOException {
        MultivaluedMap<String, Object> headers = request.getHeaders();
        Duration timeout = Duration.parse(String.valueOf(headers.getFirst(TIMEOUT)));
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.getUri())
                .timeout(timeout)
                .method(request.getMethod(), body(request))
                .header("Accept", "application/json");
        if (request.hasEntity()) {
            builder.header("Content-Type", "application/json");
        }
        for (String name : new String[] {"Authorization", "Omise-Version"}) {
            builder.header(name, Objects.requireNonNull(request.getHeaderString(name), name));
        }
        HttpResponse<byte[]> answer = exchange(builder.build(), timeout);
        Response.ResponseBuilder response =
                Response.status(answer.statusCode()).type(JSON).entity(answer.body());
        answer.headers().firstValue("Date").ifPresent(date -> response.header("Date", date));
        request.abortWith(response.build());
    }

    private HttpResponse<byte[]> exchange(HttpRequest request, Duration timeout) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(request, BoundedBody.of(MOST_BYTES));
        try {
            return exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw new java.net.http.HttpTimeoutException("No whole answer in " + timeout);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for an answer", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException(e.getCause());
        }
    }

    private static BodyPublisher body(ClientRequestContext request) {
        return request.hasEntity()
                ? BodyPublishers.ofString(OmiseJson.write(request.getEntity()), StandardCharsets.UTF_8)
                : BodyPublishers.noBody();
    }
}
