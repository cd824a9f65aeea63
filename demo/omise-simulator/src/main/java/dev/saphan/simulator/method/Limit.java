/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.method;

/** Smallest and largest amount of a charge, both allowed, in minor units. */
public record Limit(long minimum, long maximum) {}
