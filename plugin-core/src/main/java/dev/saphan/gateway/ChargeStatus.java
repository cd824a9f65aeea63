/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.gateway;

/** Where a charge stands at the gateway. {@code UNRECOGNISED} is a word we do not know: it changes nothing of ours. */
public enum ChargeStatus {
    PENDING,
    SUCCESSFUL,
    FAILED,
    EXPIRED,
    REVERSED,
    UNRECOGNISED
}
