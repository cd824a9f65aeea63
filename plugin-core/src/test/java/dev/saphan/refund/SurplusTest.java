/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import static dev.saphan.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.method.Methods;
import dev.saphan.payment.AttemptId;
import dev.saphan.payment.AttemptRequest;
import dev.saphan.payment.CancelPayment;
import dev.saphan.payment.ClosedReason;
import dev.saphan.payment.Order;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.StartAttempt;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Money that came and pays for nothing: late, or twice. */
@ParameterizedClass
@EnumSource(Database.class)
class SurplusTest {

    @Parameter
    Database database;

    private TestPlugin plugin;

    @BeforeEach
    void start() {
        plugin = TestPlugin.on(database);
    }

    @Test
    void whatComesTwiceGoesBackByItselfWhereTheStoreWantsIt() {
        Order order = Order.in(plugin).at(plugin.strictStore()).by("atome_qr");
        PaymentId id = paidTwice(order);

        eventually(() -> assertThat(refunds(id)).singleElement().satisfies(refund -> {
            assertThat(refund.status()).isEqualTo(RefundStatus.SUCCEEDED);
            assertThat(refund.amount()).isEqualTo(order.amount());
            assertThat(refund.isFor(attempt(order, id, 0))).isTrue();
        }));
        assertThat(order.view(id).status()).isEqualTo("paid");
        assertThat(order.view(id).refunded().isZero()).isTrue();
        assertThat(order.view(id).attention()).contains("duplicate_payment");
    }

    @Test
    void whatComesTwiceWaitsForAPersonOtherwiseAndGoesBackOnce() {
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId id = paidTwice(order);
        assertThat(refunds(id)).isEmpty();
        ReturnSurplus returnSurplus = plugin.get(ReturnSurplus.class);

        assertThat(returnSurplus.request(id, attempt(order, id, 0), "Paid twice", "an admin"))
                .isPresent();
        assertThat(returnSurplus.request(id, attempt(order, id, 0), "Paid twice", "another admin"))
                .isEmpty();
        assertThat(returnSurplus.request(id, attempt(order, id, 1), "The one that paid", "an admin"))
                .isEmpty();

        eventually(() -> assertThat(refunds(id))
                .singleElement()
                .satisfies(refund -> assertThat(refund.status()).isEqualTo(RefundStatus.SUCCEEDED)));
        assertThat(order.view(id).refunded().isZero()).isTrue();
    }

    @Test
    void whatComesAfterTheEndGoesBackWhereTheStoreWantsIt() {
        Order order = Order.in(plugin).at(plugin.strictStore()).by("atome_qr");
        PaymentId id = closedAndPaidLate(order);

        eventually(() -> assertThat(refunds(id))
                .singleElement()
                .satisfies(refund -> assertThat(refund.status()).isEqualTo(RefundStatus.SUCCEEDED)));
        assertThat(order.view(id).status()).isEqualTo("closed");
        assertThat(order.view(id).attention()).contains("late_payment");
        assertThat(plugin.storefront().toldAbout(order.reference())).doesNotContain(OrderMessage.PAID);
    }

    @Test
    void whatComesAfterTheEndPaysTheOrderAfterAllOtherwise() {
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId id = closedAndPaidLate(order);

        eventually(() -> assertThat(order.view(id).status()).isEqualTo("paid"));
        assertThat(order.view(id).attention()).contains("late_payment");
        eventually(() ->
                assertThat(plugin.storefront().toldAbout(order.reference())).containsOnlyOnce(OrderMessage.PAID));
        assertThat(refunds(id)).isEmpty();
    }

    private PaymentId paidTwice(Order order) {
        PaymentId id = order.pay();
        plugin.get(StartAttempt.class)
                .start(id, AttemptRequest.with(plugin.get(Methods.class).get("alipay_cn")), "shopper");
        plugin.omise().approveInWallet(charge(order, id, 1));
        sync(order, id, 1);
        plugin.omise().payLate(charge(order, id, 0));
        sync(order, id, 0);
        return id;
    }

    private PaymentId closedAndPaidLate(Order order) {
        PaymentId id = order.pay();
        plugin.get(CancelPayment.class).cancel(id, ClosedReason.CANCELLED, "shopper");
        assertThat(order.view(id).status()).isEqualTo("closed");
        plugin.omise().payLate(charge(order, id, 0));
        sync(order, id, 0);
        return id;
    }

    private void sync(Order order, PaymentId id, int number) {
        plugin.get(dev.saphan.payment.SyncAttempt.class).sync(attempt(order, id, number), "test");
    }

    private static String charge(Order order, PaymentId id, int number) {
        return Objects.requireNonNull(order.view(id).attempts().get(number).chargeId());
    }

    private static AttemptId attempt(Order order, PaymentId id, int number) {
        return new AttemptId(order.view(id).attempts().get(number).id());
    }

    private List<Refund> refunds(PaymentId id) {
        return plugin.transactions()
                .call(() -> List.copyOf(plugin.get(Refunds.class).of(id)));
    }
}
