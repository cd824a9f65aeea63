/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.event;

import dev.saphan.simulator.account.Account;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Signs and sends one webhook, once. */
final class Postman {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(3))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    Postman(Clock clock) {
        this.clock = clock;
    }

    CompletableFuture<Delivery> send(Account account, Event event, Delivery delivery) {
        return send(secrets(account), event.payload(), delivery);
    }

    CompletableFuture<Delivery> send(List<String> secrets, String payload, Delivery delivery) {
        long timestamp = clock.instant().getEpochSecond();
        HttpRequest request;
        try {
            request = request(delivery.uri(), payload, timestamp, secrets);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.completedFuture(delivery.failed("invalid address"));
        }
        return client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .handle((response, error) ->
                        response == null ? delivery.failed(reason(error)) : delivery.answered(response.statusCode()));
    }

    private static HttpRequest request(URI uri, String payload, long timestamp, List<String> secrets) {
        return HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("User-Agent", "omise-simulator")
                .header("Omise-Signature-Timestamp", Long.toString(timestamp))
                .header("Omise-Signature", Signature.of(secrets, timestamp, payload))
                .POST(HttpRequest.BodyPublishers.ofString(payload))
                .build();
    }

    /** The one that goes away first, as in Omise's example. */
    private static List<String> secrets(Account account) {
        return Stream.of(account.previousWebhookSecret(), account.webhookSecret())
                .filter(secret -> secret != null && !secret.isEmpty())
                .map(String::valueOf)
                .toList();
    }

    private static String reason(@Nullable Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        if (cause instanceof HttpTimeoutException) {
            return "timeout";
        }
        return cause instanceof IOException ? "connection failed" : String.valueOf(cause);
    }
}
