/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.webhook;

import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which events somebody looks for.
 *
 * @param kind such as {@code charge.complete}; empty for all
 * @param from the first moment of their arrival
 * @param until the first moment that is too late
 * @param charges only those about one of these; no set for whatever charge
 * @param ids only these, ours or Omise's; no set for all
 */
public record EventFilter(
        StoreId store,
        Mode mode,
        Optional<String> kind,
        Optional<State> state,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Set<String>> charges,
        Optional<Set<String>> ids) {

    /** Whether it was followed. */
    public enum State {
        WAITING,
        PROCESSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static EventFilter all(StoreId store, Mode mode) {
        return new EventFilter(
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
