/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.audit;

import dev.saphan.settings.StoreId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which entries.
 *
 * @param stores those that the reader may see
 * @param installation whether entries of no store are among them
 * @param actor empty for everybody
 * @param act empty for every act; otherwise what it begins with, such as {@code refund}
 * @param subject empty for all
 * @param from inclusive
 * @param until exclusive
 */
public record AuditFilter(
        Set<StoreId> stores,
        boolean installation,
        String actor,
        String act,
        String subject,
        Optional<Instant> from,
        Optional<Instant> until) {}
