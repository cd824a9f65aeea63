/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

/**
 * A person has to look at a payment. Fired inside the transaction, with the payment locked, the first time that kind is
 * raised for it.
 *
 * @param detail what differs, with both sides
 */
public record AttentionRaised(Payment payment, Attention kind, String detail) {}
