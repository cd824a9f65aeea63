/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Points in time for {@code timestamp with time zone} columns: JPA 3.1 knows {@link OffsetDateTime}, not {@link Instant}. */
public final class Utc {

    private Utc() {}

    public static OffsetDateTime of(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    public static @Nullable OffsetDateTime orNull(@Nullable Instant instant) {
        return instant == null ? null : of(instant);
    }

    public static Optional<Instant> instant(@Nullable OffsetDateTime column) {
        return Optional.ofNullable(column).map(OffsetDateTime::toInstant);
    }
}
