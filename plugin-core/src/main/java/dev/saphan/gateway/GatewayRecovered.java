/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.gateway;

import java.time.Instant;

/** The gateway answers this node, for the first time since an outage or since the node started. */
public record GatewayRecovered(Instant at) {}
