/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.idempotency.IdempotencyKey;
import dev.saphan.money.Money;
import dev.saphan.payment.Checkout;
import dev.saphan.payment.Order;
import dev.saphan.payment.PaymentFakes;
import dev.saphan.payment.PaymentId;
import dev.saphan.settings.Store;
import dev.saphan.testing.PluginInMemory;
import dev.saphan.user.Grant;
import dev.saphan.user.Role;
import dev.saphan.user.SomePeople;
import java.util.List;
import java.util.UUID;

/** Where money is given back, in a plugin without a database. */
public final class RefundDesk {

    private final PluginInMemory plugin;

    public RefundDesk(Store store) {
        plugin = PaymentFakes.plugin(store);
        plugin.with(new RefundsInMemory(plugin.rows()))
                .with(new ApprovalsInMemory(plugin.rows()))
                .with(SomePeople.in(plugin.rows()))
                .listening(SyncRefunds.class, ReturnSurplus.class);
    }

    public PluginInMemory plugin() {
        return plugin;
    }

    /** Somebody with that role in the store, called by it. */
    public String person(Role role) {
        return SomePeople.keep(
                        plugin.rows(), role.code(), Grant.in(plugin.store().id(), role))
                .name();
    }

    /** An order that was paid just now. */
    public Checkout paid(Money amount) {
        return Checkout.of(plugin, Order.in(plugin).by("qr_wallet").over(amount))
                .paid();
    }

    /** The storefront wants it to go back. */
    Asked request(PaymentId payment, Money amount, Money expected) {
        return request(payment, amount, expected, UUID.randomUUID().toString());
    }

    Asked request(PaymentId payment, Money amount, Money expected, String key) {
        return request(payment, amount, expected, key, RefundOrigin.API, "storefront");
    }

    /** A person does. */
    Asked ask(PaymentId payment, Money amount, Money expected, String person) {
        return request(payment, amount, expected, UUID.randomUUID().toString(), RefundOrigin.ADMIN, person);
    }

    private Asked request(PaymentId payment, Money amount, Money expected, String key, RefundOrigin origin, String by) {
        return plugin.get(RequestRefund.class)
                .request(new RequestRefund.Request(
                        payment,
                        new IdempotencyKey(
                                plugin.store().id(),
                                plugin.mode(),
                                "refund " + payment,
                                key,
                                amount + " of " + expected),
                        amount,
                        expected,
                        "The cup was broken",
                        origin,
                        by));
    }

    Refund refund(RefundId id) {
        return plugin.get(Refunds.class).find(id).orElseThrow();
    }

    /** Of whatever payment, the oldest first. */
    public List<Refund> refunds() {
        return plugin.rows().all(Refund.class);
    }

    RefundApproval approval(Asked asked) {
        return plugin.get(RefundApprovals.class)
                .find(new ApprovalId(asked.id()))
                .orElseThrow();
    }

    Money left(Checkout checkout) {
        return plugin.get(QuoteRefund.class).quote(checkout.payment()).remaining();
    }
}
