/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.code;

/** What happens when a payment code is scanned. */
public enum Outcome {
    /** Paid at once. */
    APPROVE,
    /** The wallet asks the shopper, who approves or declines. */
    CONFIRM,
    INSUFFICIENT_FUNDS,
    DECLINE
}
