/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.backoffice;

import dev.saphan.store.money.Money;

/** One refund as the store's books know it. */
record BookRefund(String id, String paymentId, Money amount, String status, boolean voided, String origin) {}
