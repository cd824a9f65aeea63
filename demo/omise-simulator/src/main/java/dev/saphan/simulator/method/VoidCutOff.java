/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.method;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Until when a full refund is a void. */
public enum VoidCutOff {
    NEVER {
        @Override
        Instant after(Instant created) {
            return created;
        }
    },
    /** The next 00:15 in GMT+8; a charge made after it rolls to the next one. */
    NEXT_16_15_UTC {
        @Override
        Instant after(Instant created) {
            ZonedDateTime cutOff = created.atZone(ZoneOffset.UTC).with(LocalTime.of(16, 15));
            Instant sameDay = cutOff.toInstant();
            return created.isBefore(sameDay) ? sameDay : sameDay.plus(Duration.ofDays(1));
        }
    },
    /** "The same day", taken as the day in Bangkok: the source names no time zone. */
    SAME_DAY_IN_BANGKOK {
        @Override
        Instant after(Instant created) {
            ZoneId bangkok = ZoneId.of("Asia/Bangkok");
            return created.atZone(bangkok)
                    .toLocalDate()
                    .plusDays(1)
                    .atStartOfDay(bangkok)
                    .toInstant();
        }
    };

    abstract Instant after(Instant created);

    public boolean isOpen(Instant created, Instant now) {
        return now.isBefore(after(created));
    }
}
