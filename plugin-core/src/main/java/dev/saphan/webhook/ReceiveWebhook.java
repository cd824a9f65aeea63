/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.webhook;

import dev.saphan.gateway.Webhooks;
import dev.saphan.gateway.Webhooks.GatewayEvent;
import dev.saphan.gateway.Webhooks.Verdict;
import dev.saphan.settings.Mode;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.settings.Store;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a webhook in: verifies where it comes from, stores it once per event id together with the job that processes
 * it, and only then lets it be acknowledged. What is in it is a hint and is not looked at here.
 */
@Wired
public class ReceiveWebhook {

    private final Webhooks webhooks;
    private final KeepEvent keepEvent;

    @Inject
    ReceiveWebhook(Webhooks webhooks, KeepEvent keepEvent) {
        this.webhooks = webhooks;
        this.keepEvent = keepEvent;
    }

    /** What the sender is told. */
    public enum Receipt {
        /** Stored now or before. */
        STORED,
        /** Not from Omise, as far as can be told. */
        FORGED,
        /** Not an event. */
        MALFORMED
    }

    public Receipt receive(Store store, @Nullable String signature, @Nullable String timestamp, byte[] body) {
        Optional<GatewayEvent> event = webhooks.read(body);
        if (event.isEmpty()) {
            return Receipt.MALFORMED;
        }
        Optional<OmiseAccount> account =
                Optional.ofNullable(store.accounts().get(Mode.of(event.get().livemode())));
        Verdict verdict = account.map(known -> webhooks.verify(known, signature, timestamp, body))
                .orElse(Verdict.FORGED);
        if (verdict == Verdict.FORGED || (verdict == Verdict.UNSIGNED && store.webhookSignatureRequired())) {
            return Receipt.FORGED;
        }
        keepEvent.keepArrived(store.id(), event.get(), verdict, new String(body, StandardCharsets.UTF_8));
        return Receipt.STORED;
    }
}
