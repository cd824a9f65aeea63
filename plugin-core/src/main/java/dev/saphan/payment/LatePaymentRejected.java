/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

/** A success came after the payment was closed, and the store's policy is to give it back. Fired inside the transaction. */
public record LatePaymentRejected(Payment payment, Attempt attempt) {}
