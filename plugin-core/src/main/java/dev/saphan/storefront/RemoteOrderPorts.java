/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.saphan.json.Wire;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.OrderPortAddress;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.bind.JsonbException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Delivers messages over HTTP, signed by the Standard Webhooks scheme. */
@Wired
class RemoteOrderPorts {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Deployment deployment;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @Inject
    RemoteOrderPorts(Deployment deployment, Clock clock) {
        this.deployment = deployment;
        this.clock = clock;
    }

    OrderPort at(OrderPortAddress address) {
        return message -> deliver(address, message);
    }

    /** Whether somebody answers there, whatever; otherwise why not. Nothing is told and nothing signed. */
    Optional<String> trouble(OrderPortAddress address, Duration patience) {
        if (!deployment.allowPrivateOrderPorts() && !isPublic(address.url())) {
            return Optional.of("private network");
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(address.url())
                    .timeout(patience)
                    .method("OPTIONS", BodyPublishers.noBody())
                    .build();
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            return status >= 500 ? Optional.of("status " + status) : Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private OrderAnswer deliver(OrderPortAddress address, OrderMessage message) {
        if (!deployment.allowPrivateOrderPorts() && !isPublic(address.url())) {
            return new OrderAnswer.Unusable("the address lies in a private network");
        }
        try {
            return read(client.send(request(address, message), BodyHandlers.ofString()));
        } catch (IOException e) {
            return new OrderAnswer.RetryLater(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new OrderAnswer.RetryLater("interrupted");
        }
    }

    private HttpRequest request(OrderPortAddress address, OrderMessage message) {
        Instant now = clock.instant();
        String body = body(message);
        try {
            String signature =
                    new Webhook(address.signingSecret().reveal()).sign(message.id(), now.getEpochSecond(), body);
            return HttpRequest.newBuilder(address.url())
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("webhook-id", message.id())
                    .header("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                    .header("webhook-signature", signature)
                    .POST(BodyPublishers.ofString(body))
                    .build();
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("The signing secret cannot sign", e);
        }
    }

    private static String body(OrderMessage message) {
        return "{\"type\":" + Wire.write(message.type()) + ",\"sequence\":" + message.sequence() + ",\"createdAt\":"
                + Wire.write(message.createdAt().toString()) + ",\"data\":" + message.data() + "}";
    }

    private static OrderAnswer read(HttpResponse<String> response) {
        return switch (response.statusCode()) {
            case 200, 409 -> result(response);
            case 401 -> new OrderAnswer.Refused("status 401");
            case 429, 503 -> new OrderAnswer.RetryLater("status " + response.statusCode());
            default -> new OrderAnswer.Unusable("status " + response.statusCode());
        };
    }

    private static OrderAnswer result(HttpResponse<String> response) {
        Optional<JsonObject> body = parse(response.body());
        String result = body.map(object -> object.getString("result", "")).orElse("");
        return switch (result) {
            case "applied" -> new OrderAnswer.Applied(false);
            case "already_applied" -> new OrderAnswer.Applied(true);
            case "conflict" ->
                new OrderAnswer.Conflict(
                        body.map(object -> object.getString("currentState", "")).orElse(""));
            default -> new OrderAnswer.Unusable("status " + response.statusCode() + " with no known result");
        };
    }

    private static Optional<JsonObject> parse(String body) {
        try {
            return Optional.of(Wire.readObject(body));
        } catch (JsonbException | JsonException | ClassCastException e) {
            return Optional.empty();
        }
    }

    private static boolean isPublic(URI address) {
        try {
            for (InetAddress found : InetAddress.getAllByName(address.getHost())) {
                if (found.isLoopbackAddress()
                        || found.isSiteLocalAddress()
                        || found.isLinkLocalAddress()
                        || found.isAnyLocalAddress()
                        || found.isMulticastAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return true; // the send fails the same way and is tried again
        }
    }
}
