/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.overview;

import dev.saphan.money.Money;
import java.time.LocalDate;

/**
 * One day in one currency.
 *
 * @param day in the store's time zone
 * @param payments how many were paid
 * @param back refunded, or taken back by Omise
 */
public record DayMoney(LocalDate day, long payments, Money in, Money back) {}
