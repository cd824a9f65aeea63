/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.orderport;

import dev.saphan.store.order.CancelledBecause;
import dev.saphan.store.order.Order;
import dev.saphan.store.order.Orders;
import dev.saphan.store.payment.Effect;
import dev.saphan.store.payment.HeardPayments;
import dev.saphan.store.payment.Payment;
import dev.saphan.store.payment.PaymentJson;
import dev.saphan.store.payment.PaymentStarts;
import dev.saphan.store.payment.SettleOrder;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What each type of command does to the order it names. */
@Singleton
class CommandEffects {

    private final Orders orders;
    private final HeardPayments heard;
    private final PaymentStarts starts;
    private final SettleOrder settleOrder;
    private final Refunds refunds;
    private final RegisteredOffers registeredOffers;

    @Inject
    CommandEffects(
            Orders orders,
            HeardPayments heard,
            PaymentStarts starts,
            SettleOrder settleOrder,
            Refunds refunds,
            RegisteredOffers registeredOffers) {
        this.orders = orders;
        this.heard = heard;
        this.starts = starts;
        this.settleOrder = settleOrder;
        this.refunds = refunds;
        this.registeredOffers = registeredOffers;
    }

    Effect apply(Handle handle, Command command) {
        return switch (command.type()) {
            case "payment.paid", "payment.closed", "payment.attempt_failed", "payment.attention" ->
                payment(handle, command);
            case "refund.updated" -> refund(handle, command);
            case "payment_methods.registered" -> registeredOffers.keep(handle, command);
            default -> Effect.APPLIED;
        };
    }

    private Effect payment(Handle handle, Command command) {
        Payment payment = PaymentJson.payment(command.data());
        Optional<Order> order = orders.lock(handle, payment.orderReference());
        if (order.isEmpty()) {
            return Effect.conflict("unknown_order");
        }
        if (!heard.belongs(handle, order.get(), payment.id())) {
            return stranger(handle, order.get());
        }
        boolean news = heard.told(handle, order.get(), payment, command.sequence());
        return switch (command.type()) {
            case "payment.paid" -> settleOrder.paid(handle, order.get(), payment);
            case "payment.closed" -> settleOrder.closed(handle, order.get(), payment.id(), because(payment));
            default -> news ? Effect.APPLIED : Effect.ALREADY_APPLIED;
        };
    }

    private Effect refund(Handle handle, Command command) {
        Optional<Order> order = orders.lock(handle, command.data().getString("orderReference", ""));
        if (order.isEmpty()) {
            return Effect.conflict("unknown_order");
        }
        if (!heard.belongs(handle, order.get(), command.data().getString("paymentId", ""))) {
            return stranger(handle, order.get());
        }
        return refunds.keep(handle, order.get(), command);
    }

    /** A payment we do not know: either our own commit is still under way, or it was never ours. */
    private Effect stranger(Handle handle, Order order) {
        if (starts.unanswered(handle, order).isPresent()) {
            throw new RetryLaterException();
        }
        return Effect.conflict("unknown_payment");
    }

    private static CancelledBecause because(Payment payment) {
        return "expired".equals(payment.closedReason())
                ? CancelledBecause.PAYMENT_EXPIRED
                : CancelledBecause.PAYMENT_CANCELLED;
    }
}
