/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.saphan.outgoing.OutgoingAnswer;
import dev.saphan.outgoing.OutgoingCall;
import dev.saphan.outgoing.OutgoingCalls;
import dev.saphan.settings.OrderPortAddress;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Sends messages over HTTP, signed by the Standard Webhooks scheme. */
@Wired
public class SignedMessages {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 64 * 1024;

    private final OutgoingCalls calls;
    private final Clock clock;

    @Inject
    public SignedMessages(OutgoingCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * Waits for the answer for some seconds.
     *
     * @param id the same however often the same message is sent
     * @param body in JSON
     * @throws dev.saphan.outgoing.AddressRefused if nobody may be called there
     * @throws IOException if there was no answer, or one that is too long
     */
    public OutgoingAnswer send(OrderPortAddress address, String id, String body)
            throws IOException, InterruptedException {
        return calls.make(call(address, id, body));
    }

    /**
     * Answers the status with which somebody answers there, whatever was asked. Nothing is told and nothing signed.
     *
     * @throws IOException if nobody did in time, or nobody may be called there
     */
    int knock(URI address, Duration patience) throws IOException, InterruptedException {
        return calls.make(OutgoingCall.of("OPTIONS", address, patience, MOST_BYTES))
                .status();
    }

    private OutgoingCall call(OrderPortAddress address, String id, String body) {
        Instant now = clock.instant();
        try {
            String signature = new Webhook(address.signingSecret().reveal()).sign(id, now.getEpochSecond(), body);
            return OutgoingCall.of("POST", address.url(), PATIENCE, MOST_BYTES)
                    .with("Content-Type", "application/json")
                    .with("webhook-id", id)
                    .with("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                    .with("webhook-signature", signature)
                    .sending(body);
        } catch (WebhookSigningException | EmptyWebhookSecretException e) {
            throw new IllegalStateException("The signing secret cannot sign", e);
        }
    }
}
