/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.store.fake.FakePlugin.Fault;
import dev.saphan.store.fake.StoreOfTests;
import dev.saphan.store.order.CancelledBecause;
import dev.saphan.store.order.Order;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CancelOrderTest {

    private final StoreOfTests store = new StoreOfTests();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void closesThePaymentAndGivesTheThingsBack() {
        int before = store.stock("celadon-cup");
        Order order = store.begunOrder();

        assertThat(store.cancelOrder.cancel(order)).isEqualTo(CancelOrder.Outcome.CANCELLED);

        assertThat(store.now(order).cancelledBecause()).isEqualTo(CancelledBecause.SHOPPER_CANCELLED);
        assertThat(store.stock("celadon-cup")).isEqualTo(before);
    }

    @Test
    void anOrderPaidInTheSameMomentStaysPaid() {
        Order order = store.begunOrder();
        store.plugin.becomes("pay_1", "paid", "");

        assertThat(store.cancelOrder.cancel(order)).isEqualTo(CancelOrder.Outcome.PAID);
        assertThat(store.now(order).paid()).isTrue();
    }

    @Test
    void nothingIsCancelledWhileTheOutcomeIsUnknown() {
        Order order = store.begunOrder();
        store.plugin.becomes("pay_1", "processing", "");

        assertThat(store.cancelOrder.cancel(order)).isEqualTo(CancelOrder.Outcome.NOT_KNOWN_YET);
        assertThat(store.now(order).awaitingPayment()).isTrue();
    }

    @Test
    void nothingIsCancelledWhileAStartIsUnanswered() {
        Order order = store.order("celadon-cup", 1);
        store.plugin.next(Fault.LOSE_ANSWER, Fault.LOSE_ANSWER, Fault.LOSE_ANSWER, Fault.LOSE_ANSWER);
        store.startPayment.start(order, StoreOfTests.alipay());

        assertThat(store.cancelOrder.cancel(order)).isEqualTo(CancelOrder.Outcome.NOT_KNOWN_YET);
        assertThat(store.now(order).awaitingPayment()).isTrue();
    }

    @Test
    void anOrderWithoutAnyPaymentIsSimplyGivenUp() {
        Order order = store.order("celadon-cup", 1);
        assertThat(store.cancelOrder.cancel(order)).isEqualTo(CancelOrder.Outcome.CANCELLED);
    }

    @Test
    void whatWasNeverPaidForGoesBackToTheShelfInTime() {
        int before = store.stock("celadon-cup");
        Order never = store.order("celadon-cup", 1);
        Order begun = store.begunOrder();
        GiveUpUnpaid giveUp = new GiveUpUnpaid(store.jdbi, store.orders, store.starts, store.clock, "PT2H");

        store.clock.forward(Duration.ofMinutes(121));
        giveUp.due(10);

        assertThat(store.now(never).cancelledBecause()).isEqualTo(CancelledBecause.NEVER_PAID);
        assertThat(store.now(begun).awaitingPayment()).isTrue();
        assertThat(store.stock("celadon-cup")).isEqualTo(before - 1);
    }

    @Test
    void comingBackFromTheWalletAsksHowItWent() {
        Order order = store.begunOrder();
        store.plugin.becomes("pay_1", "paid", "");

        store.refreshPayment.now(order);

        assertThat(store.now(order).paidBy()).isEqualTo("pay_1");
    }

    @Test
    void anOpenPageDoesNotAskMoreOftenThanNeeded() {
        Order order = store.begunOrder();
        store.plugin.becomes("pay_1", "paid", "");

        store.refreshPayment.unlessFresh(order);
        assertThat(store.now(order).awaitingPayment()).isTrue();
        store.clock.forward(Duration.ofSeconds(4));
        store.refreshPayment.unlessFresh(order);
        assertThat(store.now(order).paid()).isTrue();
    }
}
