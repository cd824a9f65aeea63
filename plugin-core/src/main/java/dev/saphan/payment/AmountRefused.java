/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.money.Money;
import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;

/**
 * Omise made no charge because of the amount, although it lies within the limits that we know of the method. Fired inside
 * the transaction that writes the refusal down.
 *
 * @param word what Omise said
 */
public record AmountRefused(StoreId store, Mode mode, String method, Money amount, String word) {}
