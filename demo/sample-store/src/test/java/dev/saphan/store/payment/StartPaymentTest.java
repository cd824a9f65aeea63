/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.store.fake.FakePlugin.Asked;
import dev.saphan.store.fake.FakePlugin.Fault;
import dev.saphan.store.fake.StoreOfTests;
import dev.saphan.store.order.Order;
import dev.saphan.store.visitor.Language;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StartPaymentTest {

    private static final Choice WECHAT = Choice.of("counter:barcode_wechat", Language.THAI, null);

    private final StoreOfTests store = new StoreOfTests();
    private final Order order = store.order("celadon-cup", 2);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void tellsThePluginTheOrderAsItStands() {
        store.startPayment.start(order, StoreOfTests.alipay());

        JsonObject asked = store.plugin.created().get(0).request();
        assertThat(asked.getString("orderReference")).isEqualTo(order.reference());
        assertThat(asked.getJsonObject("amount").getInt("amount")).isEqualTo(90000);
        assertThat(asked.getJsonObject("amount").getString("currency")).isEqualTo("THB");
        assertThat(asked.getString("method")).isEqualTo("alipay_cn");
        assertThat(asked.getString("returnUrl"))
                .isEqualTo("http://localhost:8070/orders/" + order.token() + "/returned");
    }

    @Test
    void remembersThePaymentItGot() {
        Payment payment = requireNonNull(
                store.startPayment.start(order, StoreOfTests.alipay()).payment());

        assertThat(store.now(order).currentPaymentId()).isEqualTo(payment.id());
        assertThat(payment.nextStep().type()).isEqualTo("redirect");
    }

    @Test
    void aLostAnswerIsAskedForAgainWithTheSameKeyAndBody() {
        store.plugin.next(Fault.LOSE_ANSWER);

        assertThat(store.startPayment.start(order, StoreOfTests.alipay()).payment())
                .isNotNull();

        List<Asked> asked = store.plugin.asked();
        assertThat(asked).hasSize(2);
        assertThat(asked.get(1)).isEqualTo(asked.get(0));
        assertThat(store.plugin.created()).hasSize(1);
    }

    @Test
    void withoutAnyAnswerTheStartStaysOpenAndIsTakenUpAgain() {
        store.plugin.next(Fault.LOSE_ANSWER, Fault.LOSE_ANSWER);
        assertThat(store.startPayment.start(order, StoreOfTests.alipay()).unanswered())
                .isTrue();
        assertThat(store.starts.due(10)).isEmpty();

        store.clock.forward(Duration.ofSeconds(11));
        store.starts.due(10).forEach(store.sendStart::send);

        assertThat(store.now(order).currentPaymentId()).isEqualTo("pay_1");
        assertThat(store.plugin.asked().stream().map(Asked::key).distinct()).hasSize(1);
    }

    @Test
    void waitsAsLongAsItIsTold() {
        store.plugin.next(Fault.BUSY);
        assertThat(store.startPayment.start(order, StoreOfTests.alipay()).payment())
                .isNotNull();
        assertThat(store.pauses).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void doesNotKeepTheShopperForALongWait() {
        store.plugin.next(Fault.BUSY_FOR_LONG);
        assertThat(store.startPayment.start(order, StoreOfTests.alipay()).unanswered())
                .isTrue();
        assertThat(store.pauses).isEmpty();

        store.clock.forward(Duration.ofSeconds(59));
        assertThat(store.starts.due(10)).isEmpty();
        assertThat(store.startPayment.resume(order).orElseThrow().unanswered()).isTrue();
        assertThat(store.plugin.asked()).as("not asked before the time").hasSize(1);
        store.clock.forward(Duration.ofSeconds(2));
        assertThat(store.starts.due(10)).hasSize(1);
    }

    @Test
    void aRefusalIsFinalAndKeptWithItsWords() {
        store.plugin.next(Fault.REFUSE);

        assertThat(store.startPayment.start(order, StoreOfTests.alipay()).refusal())
                .isEqualTo("method_not_available");
        PaymentStart latest = store.starts.latest(order).orElseThrow();
        assertThat(latest.refused()).isTrue();
        assertThat(latest.problemDetail()).contains("does not work");
        assertThat(store.now(order).awaitingPayment()).isTrue();
    }

    @Test
    void anotherWayGetsAnotherKey() {
        store.startPayment.start(order, StoreOfTests.alipay());
        Payment second = requireNonNull(
                store.startPayment.start(store.now(order), WECHAT).payment());

        assertThat(second.nextStep().scan()).isTrue();
        assertThat(store.plugin.asked().stream().map(Asked::key).distinct()).hasSize(2);
    }

    @Test
    void anotherWayFirstFindsOutWhatBecameOfTheFirst() {
        store.plugin.next(Fault.LOSE_ANSWER, Fault.LOSE_ANSWER);
        store.startPayment.start(order, StoreOfTests.alipay());

        store.startPayment.start(order, WECHAT);

        List<String> keys = store.plugin.asked().stream().map(Asked::key).toList();
        assertThat(keys).hasSize(4);
        assertThat(keys.get(2)).isEqualTo(keys.get(0));
        assertThat(keys.get(3)).isNotEqualTo(keys.get(0));
    }

    @Test
    void anOrderThatWaitsForNoMoneyIsNotPaidForAgain() {
        Order begun = store.begunOrder();
        store.cancelOrder.cancel(begun);

        assertThatThrownBy(() -> store.startPayment.start(store.now(begun), WECHAT))
                .isInstanceOf(OrderNotPayableException.class);
    }
}
