/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.method.Cart;
import dev.saphan.method.Offers;
import dev.saphan.settings.Stores;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** Offers a shopper what works for a payment. What Omise refused for the amount is not offered for it again. */
@Wired
public class OfferMethods {

    private final Offers offers;
    private final Stores stores;

    @Inject
    OfferMethods(Offers offers, Stores stores) {
        this.offers = offers;
        this.stores = stores;
    }

    /** Every method of the payment's channel, the usable ones first. */
    public List<PaymentOffer> of(Payment payment) {
        Cart cart = Cart.of(payment.amount(), payment.channel());
        return offers.list(stores.get(payment.store()), payment.mode(), cart).stream()
                .map(offer -> new PaymentOffer(
                        offer, payment.wasRefusedForItsAmount(offer.method().code())))
                .sorted(Comparator.comparing(PaymentOffer::isAvailable).reversed())
                .toList();
    }
}
