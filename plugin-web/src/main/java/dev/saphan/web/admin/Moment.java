/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A point in time on a page.
 *
 * @param text in the store's time zone, in the same form in every language
 * @param iso for machines
 */
public record Moment(String text, String iso) {

    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    public static Moment of(Instant instant, ZoneId zone) {
        return new Moment(TO_THE_MINUTE.format(instant.atZone(zone)), instant.toString());
    }

    public static Moment precise(Instant instant, ZoneId zone) {
        return new Moment(TO_THE_SECOND.format(instant.atZone(zone)), instant.toString());
    }
}
