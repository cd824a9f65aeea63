/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import java.time.Instant;
import java.util.List;

/**
 * What happened to a charge of the past and is in no list of events any more.
 *
 * @param told oldest first
 */
public record Past(List<Told> told) {

    /**
     * One event.
     *
     * @param subject the charge or the refund that it is about
     */
    public record Told(String id, String key, String subject, Instant at) {}
}
