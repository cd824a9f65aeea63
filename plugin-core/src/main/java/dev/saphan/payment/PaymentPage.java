/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import java.util.List;

/**
 * A piece of a list, newest first.
 *
 * @param cutShort whether the text that was searched fits more payments than a search looks at
 */
public record PaymentPage(List<PaymentSummary> payments, boolean hasNewer, boolean hasOlder, boolean cutShort) {

    public static final PaymentPage EMPTY = new PaymentPage(List.of(), false, false, false);
}
