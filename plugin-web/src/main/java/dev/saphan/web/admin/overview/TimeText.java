/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.overview;

import dev.saphan.web.admin.Wording;
import java.time.Duration;

/** A length of time in words, to two units. */
record TimeText(Wording wording) {

    String of(Duration time) {
        if (time.toMinutes() == 0) {
            return wording.of("overview.seconds", String.valueOf(time.toSeconds()));
        }
        if (time.toHours() == 0) {
            return wording.of("overview.minutes", String.valueOf(time.toMinutes()), two(time.toSecondsPart()));
        }
        return wording.of("overview.hours", String.valueOf(time.toHours()), two(time.toMinutesPart()));
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }
}
