/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

/**
 * A charge succeeded that pays for nothing, and the store's policy is to give it back: a second success of one order, or
 * one after the payment was closed. Fired inside the transaction, with the payment locked.
 */
public record SurplusPayment(Payment payment, Attempt attempt, String reason) {}
