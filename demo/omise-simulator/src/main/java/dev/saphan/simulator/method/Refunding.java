/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.method;

import java.time.Duration;

/** How a method gives money back: the window counts from the payment. */
public record Refunding(VoidCutOff voidCutOff, Duration window, boolean partial) {}
