/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.gateway;

import java.time.Instant;
import java.util.Optional;

/**
 * How it stands with this node's calls to the gateway.
 *
 * @param freeWrites how many more calls that change something could go out now
 * @param freeReads how many more reads could
 * @param failingSince since when no call has been answered although some were made or wanted; empty while all is well
 */
public record GatewayState(int freeWrites, int freeReads, Optional<Instant> failingSince) {}
