/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.gateway;

import dev.saphan.settings.OmiseAccount;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the gateway sends by itself: how to recognise it, and what it points at. */
public interface Webhooks {

    /** How far a message can be trusted. */
    enum Verdict {
        /** Signed with one of the account's secrets, recently. */
        GENUINE,
        /** The account has no secret, so nothing is signed. */
        UNSIGNED,
        /** Not signed although a secret is set, or signed wrongly, or too old. */
        FORGED
    }

    Verdict verify(OmiseAccount account, @Nullable String signature, @Nullable String timestamp, byte[] body);

    /** Empty if the body is no event. */
    Optional<GatewayEvent> read(byte[] body);

    /** When the gateway says that it made the event, by its own clock; empty if the body does not say. */
    Optional<Instant> madeAt(String body);

    /**
     * A hint that something happened. Nothing in it is believed.
     *
     * @param chargeId the charge it is about, if it is about one
     */
    record GatewayEvent(String id, String key, boolean livemode, Optional<String> chargeId) {}
}
