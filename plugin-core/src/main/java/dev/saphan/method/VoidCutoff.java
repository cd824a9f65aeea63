/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.method;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The time of day until which Omise is expected to turn a full refund into a void. A reckoning for people; what really
 * happened stands in the refund's {@code voided}.
 */
public record VoidCutoff(LocalTime time, ZoneId zone) {

    /** The next such moment after the payment; a payment made exactly then has until the next day. */
    public Instant after(Instant paidAt) {
        ZonedDateTime paid = paidAt.atZone(zone);
        ZonedDateTime sameDay = paid.with(time);
        return (sameDay.isAfter(paid) ? sameDay : sameDay.plusDays(1)).toInstant();
    }
}
