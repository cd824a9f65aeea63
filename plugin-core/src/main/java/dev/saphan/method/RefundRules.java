/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.method;

import java.time.Duration;

/**
 * Whether and how long money can go back.
 *
 * @param window counted from the payment in steps of 24 hours; on the last day Omise decides */
public record RefundRules(Duration window, boolean partial) {}
