/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import java.util.List;

/** A piece of a list, newest first. */
public record PaymentPage(List<PaymentSummary> payments, boolean hasNewer, boolean hasOlder) {}
