/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.gateway;

import dev.saphan.gateway.Webhooks.GatewayEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * An event from the gateway's own list, for when its webhook never came.
 *
 * @param createdAt empty when the gateway does not tell it
 * @param body as the gateway tells it
 */
public record PastEvent(GatewayEvent event, Optional<Instant> createdAt, String body) {}
