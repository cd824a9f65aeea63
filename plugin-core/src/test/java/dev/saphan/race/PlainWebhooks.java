/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.race;

import dev.saphan.gateway.Webhooks;
import dev.saphan.settings.OmiseAccount;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Webhooks whose body is an event's id and a charge's, and who are always genuine. */
final class PlainWebhooks implements Webhooks {

    static byte[] body(String event, String charge) {
        return (event + " " + charge).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Verdict verify(OmiseAccount account, @Nullable String signature, @Nullable String timestamp, byte[] body) {
        return Verdict.GENUINE;
    }

    @Override
    public Optional<Instant> madeAt(String body) {
        return Optional.empty();
    }

    @Override
    public Optional<GatewayEvent> read(byte[] body) {
        String[] parts = new String(body, StandardCharsets.UTF_8).split(" ", 2);
        return Optional.of(new GatewayEvent(parts[0], "charge.complete", false, Optional.of(parts[1])));
    }
}
