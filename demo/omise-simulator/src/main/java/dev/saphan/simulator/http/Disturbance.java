/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.http;

import java.time.Duration;

/** What goes wrong with one call. The call is carried out all the same, unless it is refused at the door. */
public record Disturbance(boolean refuse, boolean refuseAfterwards, boolean loseAnswer, Duration delay) {

    public static final Disturbance NONE = new Disturbance(false, false, false, Duration.ZERO);
}
