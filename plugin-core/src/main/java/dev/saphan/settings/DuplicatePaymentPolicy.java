/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

/** What becomes of a second success for an order that is paid. It is shown to a person either way. */
public enum DuplicatePaymentPolicy {
    /** A person decides. */
    FLAG,
    /** The second charge goes back in full. */
    REFUND
}
