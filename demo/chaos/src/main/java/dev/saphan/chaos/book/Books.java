/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.book;

/** The three books at one moment. */
public record Books(OmiseBook omise, PaymentBook payments, StoreBook store) {}
