/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.shift;

import dev.saphan.settings.AccountKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A while at the tills of a store.
 *
 * @param from the first moment of it
 * @param until the first moment after it
 * @param cashier whose part is wanted; empty for everybody's
 */
public record Shift(AccountKey account, Instant from, Instant until, Optional<String> cashier) {}
