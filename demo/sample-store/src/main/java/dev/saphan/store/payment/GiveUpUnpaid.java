/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import dev.saphan.store.order.CancelledBecause;
import dev.saphan.store.order.Order;
import dev.saphan.store.order.Orders;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Puts the things of old orders back on the shelf when no payment was ever begun. An order with a payment is the
 * plugin's to close: it asks the gateway first and then sends payment.closed.
 */
@Singleton
public class GiveUpUnpaid {

    private final Jdbi jdbi;
    private final Orders orders;
    private final PaymentStarts starts;
    private final Clock clock;
    private final Duration life;

    @Inject
    public GiveUpUnpaid(
            Jdbi jdbi,
            Orders orders,
            PaymentStarts starts,
            Clock clock,
            @ConfigProperty(name = "store.unpaid-order-life", defaultValue = "PT2H") String life) {
        this.jdbi = jdbi;
        this.orders = orders;
        this.starts = starts;
        this.clock = clock;
        this.life = Duration.parse(life);
    }

    public void due(int limit) {
        for (String reference : old(limit)) {
            jdbi.useTransaction(handle -> giveUp(handle, reference));
        }
    }

    private List<String> old(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select reference from shop_order
                         where status = 'AWAITING_PAYMENT' and current_payment_id is null and placed_at < ?
                         order by id limit ?
                        """)
                .bind(0, clock.instant().minus(life))
                .bind(1, limit)
                .mapTo(String.class)
                .list());
    }

    private void giveUp(Handle handle, String reference) {
        Order order = orders.lock(handle, reference).orElseThrow();
        boolean begun = order.currentPaymentId() != null
                || starts.unanswered(handle, order).isPresent();
        if (order.awaitingPayment() && !begun) {
            orders.cancelled(handle, order, CancelledBecause.NEVER_PAID);
        }
    }
}
