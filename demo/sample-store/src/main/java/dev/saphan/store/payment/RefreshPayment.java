/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import dev.saphan.store.order.Order;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/**
 * Asks how the order's payment stands, so that a lost command does not leave a shopper waiting. Not more often than
 * every few seconds, however many pages are open.
 */
@Singleton
public class RefreshPayment {

    private static final Duration FRESH = Duration.ofSeconds(3);

    private final Jdbi jdbi;
    private final Payments payments;
    private final HeardPayments heard;
    private final RecordPayment recordPayment;
    private final Clock clock;

    @Inject
    public RefreshPayment(Jdbi jdbi, Payments payments, HeardPayments heard, RecordPayment recordPayment, Clock clock) {
        this.jdbi = jdbi;
        this.payments = payments;
        this.heard = heard;
        this.recordPayment = recordPayment;
        this.clock = clock;
    }

    public void unlessFresh(Order order) {
        boolean stale = heard.current(order)
                .filter(payment -> payment.askedAt().plus(FRESH).isBefore(clock.instant()))
                .isPresent();
        if (stale && order.awaitingPayment()) {
            now(order);
        }
    }

    public void now(Order order) {
        String id = order.currentPaymentId();
        if (id != null && payments.find(id) instanceof Answer.Given<Payment> given) {
            jdbi.useTransaction(handle -> recordPayment.answered(handle, order.reference(), given.value()));
        }
    }
}
