/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.json.Wire;
import dev.saphan.settings.Stores;
import dev.saphan.storefront.Outbox;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;

/** Tells the storefront about a payment, in the transaction of what is told. The payment is locked. */
@Wired
public class PaymentMessages {

    private final Outbox outbox;
    private final PaymentViews views;
    private final Stores stores;

    @Inject
    PaymentMessages(Outbox outbox, PaymentViews views, Stores stores) {
        this.outbox = outbox;
        this.views = views;
        this.stores = stores;
    }

    void tell(Payment payment, String type) {
        tell(payment, type, Wire.write(views.of(payment)));
    }

    /** With something else than the payment itself as data. */
    public void tell(Payment payment, String type, String data) {
        outbox.enter(
                stores.get(payment.store()), payment.mode(), payment.id().value(), payment.nextMessage(), type, data);
    }
}
