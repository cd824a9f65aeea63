/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import java.util.List;

/** Messages to the storefront, by their types. */
final class KeptMessages extends PaymentMessages {

    private final List<String> types;

    @SuppressWarnings("NullAway")
    KeptMessages(List<String> types) {
        super(null, null, null);
        this.types = types;
    }

    @Override
    void tell(Payment payment, String type) {
        types.add(type);
    }
}
