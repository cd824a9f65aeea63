/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

/** What becomes of a payment that succeeds after it was closed. */
public enum LatePaymentPolicy {
    /** The order is paid after all, without a word. */
    ACCEPT,
    /** The order is paid after all, and a person is asked to look at it. */
    ACCEPT_AND_FLAG,
    /** The payment stays closed and the money goes back. */
    REFUND
}
