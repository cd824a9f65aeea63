/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.gateway;

import java.time.Instant;

/**
 * No call of this node has been answered for a while, though some were made or wanted.
 *
 * @param since when the first of them failed
 * @param reason of the last one
 */
public record GatewayOutage(Instant since, String reason) {}
