/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.method;

import dev.saphan.method.Offer;
import dev.saphan.method.PaymentMethod;
import dev.saphan.money.Money;
import dev.saphan.settings.Store;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A method for one cart, as the API shows it. */
public record MethodView(
        String code,
        String label,
        String description,
        String flow,
        String logoUrl,
        @Nullable Limits limits,
        boolean available,
        @Nullable ReasonView reason) {

    /** Both ends included. */
    public record Limits(Money minimum, Money maximum) {}

    /** Why it is unavailable, in the reader's language. */
    public record ReasonView(String code, String message) {}

    static MethodView of(Offer offer, Store store, String logoUrl, Locale locale) {
        PaymentMethod method = offer.method();
        return new MethodView(
                method.code(),
                method.label(store, locale),
                method.texts().get(locale, "description"),
                method.descriptor().flow().code(),
                logoUrl,
                offer.limits()
                        .map(range -> new Limits(range.minimum(), range.maximum()))
                        .orElse(null),
                offer.isAvailable(),
                offer.reason()
                        .map(reason -> new ReasonView(reason.code().code(), reason.message(locale)))
                        .orElse(null));
    }
}
