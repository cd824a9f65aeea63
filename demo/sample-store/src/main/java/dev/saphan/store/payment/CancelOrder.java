/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import dev.saphan.store.order.CancelledBecause;
import dev.saphan.store.order.Order;
import dev.saphan.store.order.Orders;
import dev.saphan.store.payment.Payment.Status;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Gives an order up because the shopper says so. The payment is cancelled first and its answer believed: an order that
 * was paid in the same moment stays paid. Without an answer nothing is cancelled here.
 */
@Singleton
public class CancelOrder {

    /** What came of it. */
    public enum Outcome {
        CANCELLED,
        PAID,
        NOT_KNOWN_YET
    }

    private final Jdbi jdbi;
    private final Orders orders;
    private final Payments payments;
    private final PaymentStarts starts;
    private final StartPayment startPayment;
    private final RecordPayment recordPayment;

    @Inject
    public CancelOrder(
            Jdbi jdbi,
            Orders orders,
            Payments payments,
            PaymentStarts starts,
            StartPayment startPayment,
            RecordPayment recordPayment) {
        this.jdbi = jdbi;
        this.orders = orders;
        this.payments = payments;
        this.starts = starts;
        this.startPayment = startPayment;
        this.recordPayment = recordPayment;
    }

    public Outcome cancel(Order order) {
        boolean unanswered =
                startPayment.resume(order).filter(SendStart.Outcome::unanswered).isPresent();
        if (unanswered) {
            return Outcome.NOT_KNOWN_YET;
        }
        Order now = orders.byToken(order.token()).orElseThrow();
        String payment = now.currentPaymentId();
        if (payment == null) {
            return jdbi.inTransaction(handle -> cancelUnstarted(handle, now));
        }
        return now.awaitingPayment() ? cancelPayment(now, payment) : outcome(now);
    }

    private Outcome cancelPayment(Order order, String payment) {
        if (!(payments.cancel(payment) instanceof Answer.Given<Payment> given)) {
            return Outcome.NOT_KNOWN_YET;
        }
        jdbi.useTransaction(handle -> recordPayment.cancelled(handle, order.reference(), given.value()));
        if (given.value().status() == Status.PAID) {
            return Outcome.PAID;
        }
        return outcome(orders.byToken(order.token()).orElseThrow());
    }

    private Outcome cancelUnstarted(Handle handle, Order order) {
        Order locked = orders.lock(handle, order.reference()).orElseThrow();
        boolean startedMeanwhile = locked.currentPaymentId() != null
                || starts.unanswered(handle, locked).isPresent();
        if (startedMeanwhile) {
            return Outcome.NOT_KNOWN_YET;
        }
        if (locked.awaitingPayment()) {
            orders.cancelled(handle, locked, CancelledBecause.SHOPPER_CANCELLED);
        }
        return Outcome.CANCELLED;
    }

    private static Outcome outcome(Order order) {
        return switch (order.status()) {
            case PAID -> Outcome.PAID;
            case CANCELLED -> Outcome.CANCELLED;
            case AWAITING_PAYMENT -> Outcome.NOT_KNOWN_YET;
        };
    }
}
