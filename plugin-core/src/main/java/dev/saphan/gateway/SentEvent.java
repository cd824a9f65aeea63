/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.gateway;

import dev.saphan.gateway.Webhooks.GatewayEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An event in the gateway's list, with every address that it was sent to.
 *
 * @param createdAt empty when the gateway does not tell it
 */
public record SentEvent(GatewayEvent event, Optional<Instant> createdAt, List<Sending> sendings) {

    /**
     * One webhook.
     *
     * @param status that the address answered; empty if it gave no answer
     */
    public record Sending(String address, Optional<Integer> status) {

        public boolean isTaken() {
            return status.filter(code -> code >= 200 && code < 300).isPresent();
        }
    }
}
