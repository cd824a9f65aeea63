/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.OrderPortAddress;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
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

/** Sends messages over HTTP, signed by the Standard Webhooks scheme. Redirects are not followed. */
@Wired
public class SignedMessages {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Deployment deployment;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @Inject
    SignedMessages(Deployment deployment, Clock clock) {
        this.deployment = deployment;
        this.clock = clock;
    }

    /** Whether the address is public, or the deployment lets messages go into private networks. */
    public boolean isAllowed(URI address) {
        return deployment.allowPrivateOrderPorts() || isPublic(address);
    }

    /**
     * Waits for the answer for some seconds.
     *
     * @param id the same however often the same message is sent
     * @param body in JSON
     * @throws IOException if there was none
     */
    public HttpResponse<String> send(OrderPortAddress address, String id, String body)
            throws IOException, InterruptedException {
        return client.send(request(address, id, body), BodyHandlers.ofString());
    }

    /**
     * Answers the status with which somebody answers there, whatever was asked. Nothing is told and nothing signed.
     *
     * @throws IOException if nobody did in time
     */
    int knock(URI address, Duration patience) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .method("OPTIONS", BodyPublishers.noBody())
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest request(OrderPortAddress address, String id, String body) {
        Instant now = clock.instant();
        try {
            String signature = new Webhook(address.signingSecret().reveal()).sign(id, now.getEpochSecond(), body);
            return HttpRequest.newBuilder(address.url())
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("webhook-id", id)
                    .header("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                    .header("webhook-signature", signature)
                    .POST(BodyPublishers.ofString(body))
                    .build();
        } catch (WebhookSigningException | EmptyWebhookSecretException e) {
            throw new IllegalStateException("The signing secret cannot sign", e);
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
