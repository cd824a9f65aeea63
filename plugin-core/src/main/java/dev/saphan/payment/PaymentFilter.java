/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import java.util.Locale;
import java.util.Optional;

/**
 * Which payments somebody looks for.
 *
 * @param text part of an order reference, or a payment's or a charge's whole id; empty for all
 * @param method a method's code
 */
public record PaymentFilter(
        StoreId store, Mode mode, String text, Optional<Condition> condition, Optional<String> method) {

    /** What state they are in. Somebody who looks for open payments means those in processing too. */
    public enum Condition {
        OPEN,
        PAID,
        REFUNDED,
        CLOSED,
        ATTENTION;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static PaymentFilter all(StoreId store, Mode mode) {
        return new PaymentFilter(store, mode, "", Optional.empty(), Optional.empty());
    }

    public PaymentFilter with(String searched) {
        return new PaymentFilter(store, mode, searched.strip(), condition, method);
    }

    public PaymentFilter in(Condition wanted) {
        return new PaymentFilter(store, mode, text, Optional.of(wanted), method);
    }

    public PaymentFilter by(String code) {
        return new PaymentFilter(store, mode, text, condition, Optional.of(code));
    }
}
