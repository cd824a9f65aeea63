/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.testing.PluginInMemory;
import java.time.Duration;

/** An order that is being paid, in a plugin without a database. */
public record Checkout(PluginInMemory plugin, Order order, PaymentId id) {

    public static Checkout of(PluginInMemory plugin, Order order) {
        return new Checkout(plugin, order, order.pay());
    }

    public Payment payment() {
        return plugin.get(Payments.class).find(id).orElseThrow();
    }

    /** @param number 1 for the first */
    public Attempt attempt(int number) {
        return payment().attempts().get(number - 1);
    }

    public String charge(int number) {
        return attempt(number).chargeId().orElseThrow();
    }

    /** The shopper does, by the newest charge; nobody hears of it yet. */
    public Checkout paidAtOmise() {
        plugin.omise().books().pay(charge(payment().attempts().size()), plugin.now());
        return this;
    }

    /** Whether Omise answered what became of it. */
    public boolean isRead() {
        return plugin.get(SyncPayment.class).sync(id, "test", Duration.ofSeconds(5));
    }

    /** Paid, and heard of. */
    public Checkout paid() {
        paidAtOmise().isRead();
        return this;
    }

    public PaymentView view() {
        return order.view(id);
    }
}
