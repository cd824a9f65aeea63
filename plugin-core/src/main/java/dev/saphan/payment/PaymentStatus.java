/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

/**
 * Where the intention to pay an order stands. {@code processing} of the API is no status of its own: it is an open
 * payment whose newest attempt waits for Omise's answer.
 */
public enum PaymentStatus {
    OPEN,
    PAID,
    CLOSED
}
