/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.orderpage;

import dev.saphan.store.money.Money;
import dev.saphan.store.order.Order;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

/** What went back to the shopper, as the plugin told it. */
@Singleton
class OrderRefunds {

    private final Jdbi jdbi;

    @Inject
    OrderRefunds(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Money givenBack(Order order) {
        long amount = jdbi.withHandle(handle -> handle.createQuery("""
                        select coalesce(sum(amount), 0) from order_refund
                         where order_id = ? and status = 'succeeded' and payment_id = ?
                        """)
                .bind(0, order.id())
                .bind(1, order.paidBy())
                .mapTo(Long.class)
                .one());
        return new Money(amount, order.total().currency());
    }
}
