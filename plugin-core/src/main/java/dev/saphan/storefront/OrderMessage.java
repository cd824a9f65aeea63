/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import java.time.Instant;

/**
 * What a storefront is told. The id stays the same however often it is delivered.
 *
 * @param sequence rises per payment; messages of one payment are delivered in its order
 * @param data the payment or refund as the API shows it, in JSON
 */
public record OrderMessage(String id, String type, long sequence, Instant createdAt, String data) {

    public static final String PAID = "payment.paid";
    public static final String ATTEMPT_FAILED = "payment.attempt_failed";
    public static final String CLOSED = "payment.closed";
    public static final String REFUND_UPDATED = "refund.updated";
    public static final String ATTENTION = "payment.attention";
    public static final String METHODS_REGISTERED = "payment_methods.registered";
}
