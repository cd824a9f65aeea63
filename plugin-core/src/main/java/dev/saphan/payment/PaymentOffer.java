/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.method.Offer;
import dev.saphan.method.PaymentMethod;
import java.util.Locale;
import java.util.Optional;

/**
 * One method for one payment.
 *
 * @param isRefused whether Omise refused that amount by that method before
 */
public record PaymentOffer(Offer offer, boolean isRefused) {

    public PaymentMethod method() {
        return offer.method();
    }

    public boolean isAvailable() {
        return offer.isAvailable() && !isRefused;
    }

    /** Why it is not available, for the shopper; empty if it is. */
    public Optional<String> reason(Locale locale) {
        return isRefused
                ? Optional.of(PaymentViews.failureSentence(FailureCode.AMOUNT_NOT_ACCEPTED, locale))
                : offer.reason().map(why -> why.message(locale));
    }
}
