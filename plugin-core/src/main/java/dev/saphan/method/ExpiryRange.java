/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.method;

import java.time.Duration;

/** How near and how far a charge's expiry may be set by the caller, both ends included. */
public record ExpiryRange(Duration shortest, Duration longest) {}
