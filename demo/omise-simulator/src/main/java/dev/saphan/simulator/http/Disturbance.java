/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with one call. The call is carried out all the same, unless it is refused at the door.
 *
 * @param body that is answered in place of the right one
 * @param entry in JSON, that stands first in the list that is answered
 */
public record Disturbance(
        boolean refuse,
        boolean refuseAfterwards,
        boolean loseAnswer,
        Duration delay,
        @Nullable String body,
        @Nullable String entry) {

    public static final Disturbance NONE = new Disturbance(false, false, false, Duration.ZERO, null, null);

    /** What is said in place of the right answer. */
    Answer disturbed(Answer right) {
        Answer said = body == null ? right : right.saying(body);
        return entry == null ? said : said.listing(entry);
    }
}
