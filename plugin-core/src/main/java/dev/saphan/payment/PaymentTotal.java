/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.money.Money;

/** So many payments with so much money, in one currency. */
public record PaymentTotal(long payments, Money amount) {}
