/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

/** A person looked at it. Fired inside the transaction, with the payment locked. */
public record AttentionSettled(Payment payment, Attention kind, String by) {}
