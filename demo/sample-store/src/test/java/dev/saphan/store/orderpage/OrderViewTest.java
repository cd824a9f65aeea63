/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.orderpage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.store.fake.FakePlugin.Fault;
import dev.saphan.store.fake.StoreOfTests;
import dev.saphan.store.money.Money;
import dev.saphan.store.order.Order;
import dev.saphan.store.payment.Choice;
import dev.saphan.store.visitor.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderViewTest {

    private final StoreOfTests store = new StoreOfTests();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anOrderNobodyPaysForYetSaysSo() {
        assertThat(view(store.order("celadon-cup", 1)).state()).isEqualTo(OrderState.UNPAID);
    }

    @Test
    void anOpenPaymentLeadsToItsPage() {
        OrderView view = view(store.begunOrder());
        assertThat(view.state()).isEqualTo(OrderState.PAY_NOW);
        assertThat(view.checkoutUrl()).endsWith("/payments/pay/pay_1");
    }

    @Test
    void aPaymentToScanLeadsToTheCounter() {
        Order order = store.order("celadon-cup", 1);
        store.startPayment.start(order, Choice.of("counter:barcode_wechat", Language.ENGLISH, null));
        OrderView view = view(order);
        assertThat(view.state()).isEqualTo(OrderState.GO_TO_COUNTER);
        assertThat(view.counterUrl()).endsWith("/payments/counter/pay_1");
    }

    @Test
    void anUnknownOutcomeAsksForPatience() {
        store.plugin.next(Fault.PROCESSING);
        assertThat(view(store.begunOrder()).state()).isEqualTo(OrderState.CONFIRMING);
    }

    @Test
    void aStartWithoutAnswerIsToldHonestly() {
        store.plugin.next(Fault.LOSE_ANSWER, Fault.LOSE_ANSWER);
        assertThat(view(store.begunOrder()).state()).isEqualTo(OrderState.NOT_REACHED);
    }

    @Test
    void aRefusalIsShownInThePluginsWords() {
        store.plugin.next(Fault.REFUSE);
        OrderView view = view(store.begunOrder());
        assertThat(view.state()).isEqualTo(OrderState.REFUSED);
        assertThat(view.refusal()).contains("does not work");
    }

    @Test
    void theEndsAreFinalForThePage() {
        Order order = store.begunOrder();
        String before = view(order).mark();
        store.plugin.becomes("pay_1", "paid", "");
        store.refreshPayment.now(order);
        OrderView view = view(order);
        assertThat(view.state()).isEqualTo(OrderState.PAID);
        assertThat(view.mayChange()).isFalse();
        assertThat(view.mark()).isNotEqualTo(before);
        assertThat(view.checkoutUrl()).isNull();
    }

    private OrderView view(Order order) {
        Order now = store.now(order);
        return OrderView.of(now, store.heard.current(now), store.starts.latest(now), Money.ofMinor(0, "THB"));
    }
}
