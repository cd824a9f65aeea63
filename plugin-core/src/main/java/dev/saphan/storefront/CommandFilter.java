/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which messages somebody looks for.
 *
 * @param kind such as {@code payment.paid}; empty for all
 * @param from the first moment of their making
 * @param until the first moment that is too late
 * @param subjects only those about one of these payments; no set for all
 * @param ids only these; no set for all
 */
public record CommandFilter(
        StoreId store,
        Mode mode,
        Optional<String> kind,
        Optional<OrderCommand.Status> state,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Set<String>> subjects,
        Optional<Set<String>> ids) {

    public static CommandFilter all(StoreId store, Mode mode) {
        return new CommandFilter(
                store,
                mode,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
